import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import messages from '../../../messages/zh-CN.json';
import { highlight } from './highlight';
import { LineageTable } from './LineageTable';
import { changning } from './testing/changning';
import { modelOf } from './testing/lay-out';

const model = modelOf(changning);

function Harness({
  onChoose,
  onExpand,
}: {
  onChoose: (id: string) => void;
  onExpand: (box: string) => void;
}) {
  const [cursor, setCursor] = useState<string | null>(null);
  const [chosen, setChosen] = useState('');
  return (
    <NextIntlClientProvider locale="zh-CN" messages={messages} timeZone="Asia/Shanghai">
      <LineageTable
        model={model}
        highlight={highlight(model, chosen)}
        visible
        cursor={cursor}
        onCursor={(id) => id !== null && setCursor(id)}
        onChoose={(id) => {
          setChosen(id);
          onChoose(id);
        }}
        onExpand={onExpand}
        onEdge={() => {}}
      />
    </NextIntlClientProvider>
  );
}

function show() {
  const onChoose = vi.fn();
  const onExpand = vi.fn();
  render(<Harness onChoose={onChoose} onExpand={onExpand} />);
  const grid = screen.getByRole('treegrid');
  const lines = () => [...grid.querySelectorAll<HTMLElement>('tbody tr')];
  const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
  lines()[0]?.focus();
  const at = () => (document.activeElement as HTMLElement).dataset.id;
  return { grid, lines, press, at, onChoose, onExpand };
}

afterEach(cleanup);

describe('the table twin', () => {
  it('holds every box and every field of the model once', () => {
    const { grid, lines } = show();
    expect(
      lines()
        .map((line) => line.dataset.id)
        .sort(),
    ).toEqual([...model.boxes.keys(), ...model.rows.keys()].sort());
    expect(grid.getAttribute('aria-rowcount')).toBe(String(model.boxes.size + model.rows.size + 1));
    expect(lines().filter((line) => line.getAttribute('aria-level') === '1')).toHaveLength(model.boxes.size);
  });

  it('is walked, closed, opened, chosen and expanded with the keyboard', () => {
    const { lines, press, at, onChoose, onExpand } = show();
    const first = at();
    press('ArrowDown');
    expect(at()).toBe(lines()[1]?.dataset.id);
    press('ArrowLeft');
    expect(at()).toBe(first);
    const all = lines().length;
    press('ArrowLeft');
    expect(lines().length).toBe(all - (model.boxes.get(first ?? '')?.rows.length ?? 0));
    press('ArrowRight');
    expect(lines().length).toBe(all);
    press('ArrowRight');
    press('Enter');
    expect(onChoose).toHaveBeenCalledWith(at());
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    press('e');
    expect(onExpand).toHaveBeenCalledWith(first);
    press('End');
    expect(at()).toBe(lines().at(-1)?.dataset.id);
    press('Home');
    expect(at()).toBe(first);
  });

  it('has one line in the tab order', () => {
    const { lines } = show();
    expect(lines().filter((line) => line.tabIndex === 0)).toHaveLength(1);
  });
});
