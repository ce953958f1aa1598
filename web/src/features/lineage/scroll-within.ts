/** Scrolls the nearest frame marked as scrolling, and nothing around it, until a part of it is at its top or in its middle. */
export function scrollWithin(part: HTMLElement, place: 'top' | 'middle', head = 0): void {
  const frame = part.closest<HTMLElement>('[data-scrolls]');
  if (!frame) return;
  const from = part.getBoundingClientRect();
  const top = from.top - frame.getBoundingClientRect().top;
  const room = place === 'top' ? head : Math.max(head, (frame.clientHeight - from.height) / 2);
  frame.scrollTop += top - room;
}
