/** A line of a printed event, with the place in it that reasons name. */
export interface PayloadLine {
  number: number;
  text: string;
  path: string;
  /** Why the event was refused, when it was because of this line. */
  reasons: string[];
}

/** A reason as the API writes it: "inputs[0].name: is empty". */
export function splitReason(reason: string): { path: string; message: string } {
  const at = reason.indexOf(': ');
  return at < 0
    ? { path: '', message: reason }
    : { path: reason.slice(0, at), message: reason.slice(at + 2) };
}

/** Prints an event line by line and puts each reason at the line it names, or at the nearest line around what is missing. */
export function printPayload(payload: string, reasons: readonly string[]): PayloadLine[] {
  const lines = parsed(payload) ?? payload.split('\n').map((text) => ({ text, path: '' }));
  const printed = lines.map((line, index) => ({ ...line, number: index + 1, reasons: [] as string[] }));
  for (const reason of reasons) {
    const { path, message } = splitReason(reason);
    const line = lineOf(printed, path);
    line?.reasons.push(line.path === path ? message : `${path}: ${message}`);
  }
  return printed;
}

function lineOf(lines: PayloadLine[], path: string): PayloadLine | undefined {
  for (let wanted = path; wanted !== ''; wanted = parentOf(wanted)) {
    const line = lines.find((candidate) => candidate.path === wanted);
    if (line) return line;
  }
  return lines[0];
}

function parentOf(path: string): string {
  return path.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '');
}

function parsed(payload: string): { text: string; path: string }[] | null {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return null;
  }
  const lines: { text: string; path: string }[] = [];
  print(value, '', '', '', '', lines);
  return lines;
}

function print(
  value: unknown,
  path: string,
  indent: string,
  before: string,
  after: string,
  lines: { text: string; path: string }[],
): void {
  const isList = Array.isArray(value);
  const entries: [string, unknown, string][] = isList
    ? value.map((item, index) => ['', item, `${path}[${index}]`])
    : value !== null && typeof value === 'object'
      ? Object.entries(value).map(([key, item]) => [
          `${JSON.stringify(key)}: `,
          item,
          path === '' ? key : `${path}.${key}`,
        ])
      : [];
  if (entries.length === 0) {
    lines.push({ text: `${indent}${before}${JSON.stringify(value)}${after}`, path });
    return;
  }
  lines.push({ text: `${indent}${before}${isList ? '[' : '{'}`, path });
  for (const [index, [key, item, at]] of entries.entries())
    print(item, at, `${indent}  `, key, index < entries.length - 1 ? ',' : '', lines);
  lines.push({ text: `${indent}${isList ? ']' : '}'}${after}`, path: '' });
}
