// Makes screenshots of every page at 1440×900 in Chinese into /screens, which git ignores: for eyes, not for equality.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openBrowser, visit } from './browser';
import { env } from './env';
import { inLanguage, pagesOfProduct } from './pages';
import { settled } from './settled';

const out = resolve(import.meta.dirname, '../../screens');
const pages = await pagesOfProduct();
/** Every page by day; at night and in English those that tell most. */
const shots = [
  ...pages.map((page) => ({ ...page, mode: 'light', prefix: '' as const })),
  ...pages
    .filter(({ name }) =>
      /^(overview|catalogue|dataset-fields|lineage-chosen|impact|interface|backflow|audit)$/.test(name),
    )
    .flatMap((page) => [
      { ...page, name: `${page.name}-dark`, mode: 'dark', prefix: '' as const },
      { ...page, name: `${page.name}-en`, mode: 'light', prefix: '/en' as const },
    ]),
];

await mkdir(out, { recursive: true });
const browser = await openBrowser();
for (const { name, path, mode, prefix } of shots) {
  const walk = await visit(browser);
  await walk.context.addCookies([{ name: 'yuanliu-theme', value: mode, url: env.E2E_WEB }]);
  await walk.page.goto(inLanguage(prefix, path));
  await settled(walk.page);
  await walk.page.waitForTimeout(600);
  await walk.page.screenshot({ path: join(out, `${name}.png`) });
  process.stderr.write(`screens/${name}.png ${walk.faults.join(' ')}\n`);
  await walk.context.close();
}
await browser.close();
