/** Aligns the columns of every table in a Markdown text, as the house's formatter writes them. */
export function alignTables(text: string): string {
  return text.replace(/(?:^\|.*\|$\n?)+/gm, (table) => {
    const rows = table.trimEnd().split('\n');
    const cells = rows.map((row) => row.slice(1, -1).split('|'));
    const texts = cells.map((row) => row.map((cell) => cell.trim()));
    const isRule = (cell: string) => /^-+$/.test(cell);
    const widths = texts[0]!.map((_, column) =>
      Math.max(3, ...texts.map((row) => (isRule(row[column]!) ? 0 : row[column]!.length))),
    );
    const lines = texts.map((row) => {
      const padded = row.map((cell, column) =>
        isRule(cell) ? '-'.repeat(widths[column]!) : cell.padEnd(widths[column]!),
      );
      return `| ${padded.join(' | ')} |`;
    });
    return `${lines.join('\n')}${table.endsWith('\n') ? '\n' : ''}`;
  });
}
