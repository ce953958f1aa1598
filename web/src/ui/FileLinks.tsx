const KINDS = ['xlsx', 'csv'] as const;
export type FileKind = (typeof KINDS)[number];

interface Props {
  href: (kind: FileKind) => string;
  /** What screen readers call the link: the two letters alone say little. */
  name: (kind: FileKind) => string;
}

/** Two files of the same content: for a spreadsheet, and for a program. */
export function FileLinks({ href, name }: Props) {
  return KINDS.map((kind) => (
    <a key={kind} href={href(kind)} download aria-label={name(kind)}>
      {kind.toUpperCase()}
    </a>
  ));
}
