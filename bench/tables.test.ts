import { expect, it } from 'vitest';
import { alignTables } from './tables.js';

it('aligns the columns of a table and leaves the rest alone', () => {
  expect(alignTables('a | b\n\n| name | n |\n|---|---|\n| x | 12345 |\n\nend\n')).toBe(
    'a | b\n\n| name | n     |\n| ---- | ----- |\n| x    | 12345 |\n\nend\n',
  );
});
