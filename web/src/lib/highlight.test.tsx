import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { highlighted, plain } from './highlight';

describe('highlighted text', () => {
  it('marks every hit', () => {
    expect(renderToStaticMarkup(<p>{highlighted('a\u0001b\u0002c\u0001d\u0002')}</p>)).toBe(
      '<p>a<mark>b</mark>c<mark>d</mark></p>',
    );
  });

  it('shows text of others as text', () => {
    expect(renderToStaticMarkup(<p>{highlighted('\u0001<b>\u0002')}</p>)).toBe(
      '<p><mark>&lt;b&gt;</mark></p>',
    );
  });

  it('survives a mark without an end', () => {
    expect(renderToStaticMarkup(<p>{highlighted('a\u0001b')}</p>)).toBe('<p>ab</p>');
    expect(plain('a\u0001b\u0002')).toBe('ab');
  });
});
