import { describe, expect, it } from 'vitest';
import type { RingKey } from '@/ui/ring-chip';
import { accessTree, type InterfaceRow } from './access-tree';
import { treeMove } from './tree-keys';
import { allKeys, openAtFirst, readOpen, visibleRows, writeOpen } from './tree-rows';

/** The strongest ring of each consumer, as the API tells it. */
const STRONGEST: Record<string, RingKey> = { a: 'CLEARTEXT', b: 'CLEARTEXT', c: 'MASKED', d: 'INFLUENCED' };

function row(code: string, ring: RingKey, consumers: Record<string, string[]>): InterfaceRow {
  return {
    ring,
    viaBackflow: false,
    fields: [],
    interface: { id: code, code, name: code, state: 'IN_USE', grade: 'L3', provider: null },
    consumers: Object.entries(consumers).map(([consumer, grants]) => ({
      ring: STRONGEST[consumer] ?? ring,
      consumer: { id: consumer, code: consumer, name: consumer, operatedBy: null },
      authorizations: grants.map((grant) => ({
        id: grant,
        code: grant,
        state: 'AUTHORIZED',
        valid: true,
        validFrom: '2026-01-01',
        validTo: '2027-01-01',
        purpose: '',
        legalBasis: '',
        exceeded: false,
        approvedGrade: null,
      })),
    })),
  };
}

// one ─clear→ a, b        two ─masked→ b, c (twice)        three ─influenced→ a, d        four ─clear→ nobody
const ROWS = [
  row('four', 'CLEARTEXT', {}),
  row('one', 'CLEARTEXT', { a: ['1a'], b: ['1b'] }),
  row('two', 'MASKED', { b: ['2b'], c: ['2c', '2d'] }),
  row('three', 'INFLUENCED', { a: ['3a'], d: ['3d'] }),
];
const { branches, reached, influenced, consumersListed } = accessTree(ROWS);

describe('interfaces by ring', () => {
  it('counts a consumer once, with its strongest ring, so that subtotals add up to the total', () => {
    expect(branches.map((b) => [b.ring, b.interfaces.length, b.consumerCount, b.authorizationCount])).toEqual(
      [
        ['CLEARTEXT', 2, 2, 2],
        ['MASKED', 1, 1, 3],
        ['INFLUENCED', 1, 1, 2],
      ],
    );
    expect(branches.map((b) => b.countedElsewhere)).toEqual([0, 1, 1]);
    expect(reached).toEqual({ interfaces: 3, consumers: 3, authorizations: 5 });
    expect(influenced).toEqual({ interfaces: 1, consumers: 1, authorizations: 2 });
    expect(consumersListed).toBe(4);
  });

  it('puts the interface with most consumers first', () => {
    expect(branches[0]?.interfaces.map((r) => r.interface.code)).toEqual(['one', 'four']);
  });

  it('has no branch for a ring without interfaces', () => {
    expect(accessTree([]).branches).toEqual([]);
    expect(accessTree([]).reached).toEqual({ interfaces: 0, consumers: 0, authorizations: 0 });
  });
});

describe('what is open', () => {
  it('is at first the rings that values reach', () => {
    const open = new Set(openAtFirst(branches));
    expect(visibleRows(branches, open).map((r) => r.key)).toEqual([
      'CLEARTEXT',
      'one',
      'four',
      'MASKED',
      'two',
      'INFLUENCED',
    ]);
    expect(writeOpen(branches, open)).toBeNull();
  });

  it('shows every authorisation when everything is open, each with its place among its siblings', () => {
    const rows = visibleRows(branches, new Set(allKeys(branches)));
    expect(rows.filter((r) => r.kind === 'authorization')).toHaveLength(7);
    expect(rows.find((r) => r.key === 'two/c/2d')).toMatchObject({
      level: 4,
      parent: 'two/c',
      place: 2,
      siblings: 2,
    });
  });

  it.each([['all'], ['one'], ['MASKED~two~two/c'], ['']])('goes into the address and back: %s', (text) => {
    expect(writeOpen(branches, readOpen(branches, text))).toBe(text);
  });

  it('forgets rows that are no longer there', () => {
    expect([...readOpen(branches, 'gone~one')]).toEqual(['one']);
  });
});

describe('keys of the tree', () => {
  const open = new Set(openAtFirst(branches));
  const rows = visibleRows(branches, open);
  const press = (at: string, key: string) => treeMove(rows, open, at, key);

  it('walk over what is visible', () => {
    expect(press('CLEARTEXT', 'ArrowDown')).toEqual({ to: 'one' });
    expect(press('CLEARTEXT', 'ArrowUp')).toBeNull();
    expect(press('one', 'End')).toEqual({ to: 'INFLUENCED' });
    expect(press('two', 'Home')).toEqual({ to: 'CLEARTEXT' });
  });

  it('open with →, then enter; close with ←, then go to the parent', () => {
    expect(press('one', 'ArrowRight')).toEqual({ open: ['one'] });
    expect(press('CLEARTEXT', 'ArrowRight')).toEqual({ to: 'one' });
    expect(press('CLEARTEXT', 'ArrowLeft')).toEqual({ close: 'CLEARTEXT' });
    expect(press('one', 'ArrowLeft')).toEqual({ to: 'CLEARTEXT' });
    expect(press('four', 'ArrowRight')).toBeNull();
  });

  it('open all siblings with *, toggle with space, follow with Enter', () => {
    expect(press('one', '*')).toEqual({ open: ['one'] });
    expect(press('one', ' ')).toEqual({ open: ['one'] });
    expect(press('MASKED', ' ')).toEqual({ close: 'MASKED' });
    expect(press('one', 'Enter')).toEqual({ follow: 'one' });
    expect(press('one', 'x')).toBeNull();
  });
});
