/** A file name that every system takes and people can read: words joined by a dash, nothing that paths or shells know. */
export function exportName(parts: readonly string[], kind: string): string {
  const clean = parts
    .map((part) =>
      part
        .normalize('NFC')
        .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\s「」]+/gu, ' ')
        .trim()
        .replace(/ +/g, '_')
        .replace(/^[._]+/, ''),
    )
    .filter((part) => part !== '');
  return `${[...clean.join('-')].slice(0, 120).join('')}.${kind}`;
}
