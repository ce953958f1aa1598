import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import enMessages from '../../../messages/en.json';
import zhMessages from '../../../messages/zh-CN.json';

type Messages = { [key: string]: string | Messages };
const flat = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  );
const zh = new Map(flat(zhMessages));
const en = new Map(flat(enMessages));
const blanks = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map((match) => match[1] ?? `<${match[2]}>`))].sort();

describe('the messages', () => {
  it('have the same keys in both languages, none empty', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same blanks in both languages', () => {
    const different = [...zh].filter(
      ([key, text]) => blanks(text).join() !== blanks(en.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leave no Chinese in English but the marks of grades and examples to type', () => {
    const allowed = /^ui\.grade\.short\.|placeholder$|\.hint$/;
    const chinese = [...en].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !allowed.test(key));
    expect(chinese.map(([key]) => key)).toEqual([]);
  });

  it.each([
    ['zh-CN', zhMessages, zh],
    ['en', enMessages, en],
  ] as const)('are well formed in %s', (locale, messages, texts) => {
    const faults: string[] = [];
    const t = createTranslator({
      locale,
      messages: messages as Messages,
      onError: (error) => faults.push(error.message),
    });
    for (const [key, text] of texts) {
      const values = blanks(text).map((name) =>
        name.startsWith('<') ? [name.slice(1, -1), () => ''] : [name, 1],
      );
      Reflect.apply(t.markup, t, [key, Object.fromEntries(values)]);
    }
    expect(faults).toEqual([]);
  });
});
