import type { Page } from 'playwright-core';
import en from '../messages/en.json';
import zh from '../messages/zh-CN.json';

type Messages = { [key: string]: string | Messages };

function flat(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  );
}

const texts = { 'zh-CN': new Map(flat(zh)), en: new Map(flat(en)) };
const namespaces = Object.keys(zh).join('|');
/** What next-intl shows in the place of a message that does not exist. */
const MISSING = new RegExp(`^(${namespaces})(\\.[\\w-]+)+$`);

/** Messages without blanks that differ between the languages: seen on a page, they tell its language. */
function onlyIn(language: keyof typeof texts): Set<string> {
  const own = texts[language];
  const other = texts[language === 'en' ? 'zh-CN' : 'en'];
  const foreign = new Set(other.values());
  const telling = [...own.values()].filter((text) => !/[{<]/.test(text) && !foreign.has(text));
  // One short Latin word may be a name or a code as well as a message.
  return new Set(telling.filter((text) => language === 'zh-CN' || text.includes(' ')));
}
const foreignTo = { en: onlyIn('zh-CN'), 'zh-CN': onlyIn('en') };

/** Words on the page, titles and names for screen readers included, that are missing messages or messages of the other language. */
export async function strayWords(page: Page, language: 'zh-CN' | 'en'): Promise<string[]> {
  const words = await page.evaluate(() => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      // Data of the catalogue are Chinese whatever the page speaks; scripts are no words.
      if (node.parentElement?.closest('script,style,[lang],[data-from-catalogue]')) continue;
      found.push(node.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')) {
      if (element.closest('[data-from-catalogue]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        found.push(element.getAttribute(name)?.trim() ?? '');
      }
    }
    found.push(document.title);
    return found;
  });
  return [...new Set(words)].filter((word) => MISSING.test(word) || foreignTo[language].has(word));
}
