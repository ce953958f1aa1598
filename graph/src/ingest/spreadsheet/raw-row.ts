/** What a cell holds before any rule is asked. A formula is never run and its last result never taken. */
export interface RawCell {
  kind: 'TEXT' | 'NUMBER' | 'DAY' | 'FORMULA' | 'ERROR';
  text: string;
}

/** A row as it stands in the file. `row` counts from 1 like the spreadsheet does; `cells` has holes where nothing stands. */
export interface RawRow {
  sheet: string;
  row: number;
  cells: RawCell[];
}

/** The letters over a column, counted from 0: A … Z, AA … */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}
