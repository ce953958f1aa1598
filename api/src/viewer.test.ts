import { type Account, type Graph, Unavailable } from '@yuanliu/graph';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BUILT_IN_VIEWER, resolveViewer } from './viewer.js';

/** What a viewer is looked up in, with the lookups counted. */
function accountsOf(accounts: Account[]) {
  const asked = { times: 0, answers: true };
  const look = async (found: () => Account[]) => {
    asked.times++;
    if (!asked.answers) throw new Unavailable('Neo4j', 'stopped');
    return found();
  };
  const account = {
    list: () => look(() => accounts),
    findMany: (_viewer: unknown, codes: readonly string[]) =>
      look(() => accounts.filter(({ code }) => codes.includes(code))),
  };
  return { asked, graph: { account } as unknown as Graph };
}

const auditor: Account = {
  code: 'auditor',
  name: '审计员',
  role: 'AUDITOR',
  department: 'DSJ',
  synthetic: true,
};

describe('the viewer of a request', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    // At zero the cache holds that there is no clock.
    vi.advanceTimersByTime(1);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is looked up once for the requests of five seconds, together or one after another', async () => {
    const { graph, asked } = accountsOf([auditor]);
    const viewers = await Promise.all([resolveViewer(graph, 'auditor'), resolveViewer(graph, 'auditor')]);
    vi.advanceTimersByTime(4_900);
    viewers.push(await resolveViewer(graph, 'auditor'));
    expect(new Set(viewers.map(({ role }) => role))).toEqual(new Set(['AUDITOR']));
    expect(asked.times).toBe(1);
  });

  it('has its new role, or none, five seconds after a change', async () => {
    const accounts = [{ ...auditor }];
    const { graph } = accountsOf(accounts);
    await resolveViewer(graph, 'auditor');
    accounts[0]!.role = 'GOVERNANCE';
    vi.advanceTimersByTime(5_100);
    expect((await resolveViewer(graph, 'auditor')).role).toBe('GOVERNANCE');
    accounts.length = 0;
    vi.advanceTimersByTime(5_100);
    await expect(resolveViewer(graph, 'auditor')).rejects.toThrow('no such account');
    await expect(resolveViewer(graph, 'auditor')).rejects.toThrow('no such account');
  });

  it('is the last known one while the database does not answer', async () => {
    const { graph, asked } = accountsOf([auditor]);
    await resolveViewer(graph, 'auditor');
    asked.answers = false;
    vi.advanceTimersByTime(60_000);
    expect((await resolveViewer(graph, 'auditor')).role).toBe('AUDITOR');
    await expect(resolveViewer(graph, 'other')).rejects.toBeInstanceOf(Unavailable);
  });

  it('is the first account as soon as there is one', async () => {
    const accounts: Account[] = [];
    const { graph } = accountsOf(accounts);
    expect(await resolveViewer(graph, null)).toBe(BUILT_IN_VIEWER);
    accounts.push(auditor);
    vi.advanceTimersByTime(2);
    expect((await resolveViewer(graph, null)).account).toBe('auditor');
  });
});
