import { describe, expect, it } from 'vitest';
import { printPayload, splitReason } from './payload-lines';

const event = { job: { namespace: 'n' }, outputs: [{ name: 'dwd.syrk', namespace: '' }], inputs: [] };

describe('the printed event', () => {
  it('is the JSON it was', () => {
    const lines = printPayload(JSON.stringify(event), []);
    expect(lines.map(({ text }) => text).join('\n')).toBe(JSON.stringify(event, null, 2));
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
  });

  it('carries a reason at the line it names', () => {
    const lines = printPayload(JSON.stringify(event), ['outputs[0].namespace: is empty']);
    expect(lines.find(({ reasons }) => reasons.length > 0)).toMatchObject({
      text: '      "namespace": ""',
      reasons: ['is empty'],
    });
  });

  it('carries a reason about what is missing at what should hold it', () => {
    const [line] = printPayload(JSON.stringify(event), ['job.name: expected string']).filter(
      ({ reasons }) => reasons.length > 0,
    );
    expect(line).toMatchObject({ path: 'job', reasons: ['job.name: expected string'] });
  });

  it('shows a cut event as it is, with the reason at its top', () => {
    const lines = printPayload('{"job": {"na', ['event: is larger than 5 bytes']);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.reasons).toEqual(['event: is larger than 5 bytes']);
  });

  it('splits at the first colon followed by a space', () => {
    expect(splitReason('run.runId: bad: uuid')).toEqual({ path: 'run.runId', message: 'bad: uuid' });
    expect(splitReason('broken')).toEqual({ path: '', message: 'broken' });
  });
});
