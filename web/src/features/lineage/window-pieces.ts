/** A stretch of a long list: a line that is in the document, or room for so many that are not. */
export type Piece = { line: number } | { gap: number; before: number };

/** Lines of a list of `count` that are in the document, with the room that the others take between them. Pure. */
export function windowPieces(lines: readonly number[], count: number): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (const line of lines) {
    if (line > next) pieces.push({ gap: line - next, before: line });
    pieces.push({ line });
    next = line + 1;
  }
  if (next < count) pieces.push({ gap: count - next, before: count });
  return pieces;
}
