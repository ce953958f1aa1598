import { Day, Instant, InvalidInput, toUtc } from '@yuanliu/graph';
import { builder } from './builder.js';

function parse<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  what: string,
) {
  return (value: unknown): T => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new InvalidInput([{ path: '', message: `not ${what}` }]);
  };
}

builder.scalarType('DateTime', {
  description: 'A moment: ISO 8601 with offset.',
  serialize: (value) => value,
  parseValue: (value) => toUtc(parse(Instant, 'a moment in ISO 8601 with offset')(value)),
});

builder.scalarType('Date', {
  description: 'A calendar day, YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: parse(Day, 'a day YYYY-MM-DD'),
});
