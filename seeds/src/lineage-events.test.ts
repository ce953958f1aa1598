import { expect, test } from 'vitest';
import { lineageEvents } from './lineage-events.js';
import { buildChangning } from './scenarios/changning/build.js';

const scenario = buildChangning(Date.parse('2026-11-23T16:00:00Z'));

test('each job tells of its first run, of its change and of last night, the same way each time', () => {
  const events = lineageEvents(scenario);
  const changed = scenario.jobs.filter(({ before }) => before !== null).length;
  expect(changed).toBeGreaterThan(1);
  expect(events).toHaveLength(3 * scenario.jobs.length + changed);
  expect(JSON.stringify(lineageEvents(scenario))).toBe(JSON.stringify(events));
  expect(new Set(events.map((e) => JSON.stringify(e))).size).toBe(events.length);
  const times = events.map((e) => Date.parse((e as { eventTime: string }).eventTime));
  expect(Math.max(...times)).toBeLessThan(scenario.now);
});
