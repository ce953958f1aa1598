/** Moments and durations of the picture in milliseconds, for the bench: written always, read through the probe only. */
export interface LineageMarks {
  /** First time since the page began: the answer is merged, every box has its place, the picture is on screen. */
  dataReady: number | null;
  laidOut: number | null;
  drawn: number | null;
  /** Duration from the choice until its path was painted. */
  highlight: number | null;
  /** Duration from the click on a counter until the new boxes were painted, the question to the API included. */
  expand: number | null;
  /** The part of it after the answer arrived. */
  expandPaint: number | null;
  /** Frames painted so far. */
  frames: number;
}

export const marks: LineageMarks = {
  dataReady: null,
  laidOut: null,
  drawn: null,
  highlight: null,
  expand: null,
  expandPaint: null,
  frames: 0,
};

const begun: { highlight: number | null; expand: number | null } = { highlight: null, expand: null };

/** When the last answer was merged, the first one or a later. */
let merged = 0;

/** Notes the first time that something happened on this page. */
export function mark(name: 'dataReady' | 'laidOut' | 'drawn'): void {
  const now = performance.now();
  if (name === 'dataReady') merged = now;
  marks[name] ??= now;
}

/** Begins a duration. */
export function begin(name: 'highlight' | 'expand'): void {
  begun[name] = performance.now();
}

/** Ends a duration that was begun: called once the frame is painted. */
export function painted(name: 'highlight' | 'expand'): void {
  const from = begun[name];
  if (from === null) return;
  const now = performance.now();
  marks[name] = now - from;
  if (name === 'expand') marks.expandPaint = now - Math.max(from, merged);
  begun[name] = null;
}
