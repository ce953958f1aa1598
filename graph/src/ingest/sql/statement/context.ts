import type { Ident } from '../ast.js';
import type { Session } from '../resolve/session.js';
import type { Findings } from './findings.js';

/** What the readers of statements need. */
export interface Context {
  session: Session;
  findings: Findings;
  /** Reads a text that stands inside the statement, such as the body of a function. */
  readText(text: string): void;
}

export const namesOf = (idents: readonly Ident[]): string[] => idents.map((ident) => ident.name);

/** The schema's spelling of a target's columns, where it knows them. */
export function spelled(names: readonly string[], known: readonly string[] | null): string[] {
  if (!known) return [...names];
  const byKey = new Map(known.map((name) => [name.normalize('NFC').toLowerCase(), name]));
  return names.map((name) => byKey.get(name.normalize('NFC').toLowerCase()) ?? name);
}
