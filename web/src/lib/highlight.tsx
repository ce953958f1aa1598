import { Fragment, type ReactNode } from 'react';

/** Text whose hits stand between U+0001 and U+0002, with each hit in a mark element. */
export function highlighted(text: string): ReactNode {
  return text.split('\u0001').map((part, index) => {
    const end = index === 0 ? -1 : part.indexOf('\u0002');
    if (end < 0) return <Fragment key={index}>{part}</Fragment>;
    return (
      <Fragment key={index}>
        <mark>{part.slice(0, end)}</mark>
        {part.slice(end + 1)}
      </Fragment>
    );
  });
}

/** The same text without its marks. */
export function plain(text: string): string {
  return text.replaceAll('\u0001', '').replaceAll('\u0002', '');
}
