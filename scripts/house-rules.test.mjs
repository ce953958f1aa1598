// The walls of the house as a test: who may import whom, where Cypher and the environment live, how long a file may be.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((f) => f && !f.includes('/gql/') && !f.endsWith('.d.ts') && existsSync(join(root, f)));
const text = new Map(files.map((f) => [f, readFileSync(join(root, f), 'utf8')]));
const product = files.filter((f) => !/\.(test|e2e)\.[a-z]+$/.test(f) && !f.includes('/testing/'));

/** Imports of a file: packages as written, relative ones as paths from the root. */
function importsOf(file, source = text.get(file)) {
  const specs = [...source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((m) => m[1]);
  return specs.map((s) => {
    if (s.startsWith('@/')) return join('web/src', s.slice(2));
    return s.startsWith('.') ? relative(root, resolve(root, dirname(file), s)) : s;
  });
}
const offences = (scope, forbidden, imports = importsOf) =>
  product
    .filter((f) => f.startsWith(scope))
    .flatMap((f) =>
      imports(f)
        .filter((i) => forbidden(i, f))
        .map((i) => `${f} imports ${i}`),
    );
/** The same without those of types only, which leave nothing behind. */
const valuesOf = (file) => importsOf(file, text.get(file).replaceAll(/^(im|ex)port type [^;]*;/gm, ''));
const part = (path, depth) => path.split('/').slice(0, depth).join('/');

describe('the house', () => {
  it('lets only graph and bench talk to the Neo4j driver', () => {
    const others = product.filter((f) => !/^(graph|bench)\//.test(f));
    expect(others.filter((f) => importsOf(f).includes('neo4j-driver'))).toEqual([]);
  });

  it('lets the model import nothing of graph, and index and ingest only the model', () => {
    expect(
      offences('graph/src/model/', (i) => i.startsWith('graph/') && !i.startsWith('graph/src/model/')),
    ).toEqual([]);
    for (const pure of ['graph/src/index/', 'graph/src/ingest/']) {
      expect(
        offences(
          pure,
          (i) => i.startsWith('graph/') && !i.startsWith('graph/src/model/') && !i.startsWith(pure),
        ),
      ).toEqual([]);
    }
  });

  it('lets concepts of graph import model, db, index, ingest, errors and threads, of each other types only', () => {
    const shared = /^graph\/src\/(model|db|index|ingest|errors|start-thread|sql)\b/;
    const composing = /^graph\/src\/([a-z-]+\.ts|cli\/|testing\/)/;
    const isForeign = (i, f) => {
      if (!i.startsWith('graph/src/') || composing.test(f) || shared.test(f) || shared.test(i)) return false;
      return part(i, 3) !== part(f, 3);
    };
    expect(offences('graph/src/', isForeign, valuesOf)).toEqual([]);
  });

  it('lets an API module take only the types of another module', () => {
    const bad = offences('api/src/modules/', (i, f) => {
      if (!i.startsWith('api/src/modules/')) return false;
      return part(i, 4) !== part(f, 4) && !/\.type\.js$/.test(i);
    });
    expect(bad).toEqual([]);
  });

  it('keeps web features apart and lib and ui below them', () => {
    const bad = offences('web/src/', (i, f) => {
      if (/^web\/src\/(lib|ui)\//.test(f)) return /^web\/src\/(features|app)\//.test(i);
      return (
        f.startsWith('web/src/features/') && i.startsWith('web/src/features/') && part(i, 4) !== part(f, 4)
      );
    });
    expect(bad).toEqual([]);
  });

  it('reads the environment only where it is checked', () => {
    const allowed = /(^|\/)env\.(ts|mjs)$|^scripts\/|config\.(ts|mjs)$|^bench\/|^web\/e2e\/|\/testing\//;
    expect(product.filter((f) => !allowed.test(f) && text.get(f).includes('process.env'))).toEqual([]);
  });

  it('keeps Cypher in .cypher files', () => {
    expect(
      product.filter(
        (f) => !f.startsWith('scripts/') && /[`'"] *(MATCH|MERGE|UNWIND|CREATE) *[($]/.test(text.get(f)),
      ),
    ).toEqual([]);
  });

  it('keeps files under the wall of 400 lines', () => {
    expect(files.filter((f) => text.get(f).split('\n').length > 400)).toEqual([]);
  });

  it('leaves nothing unfinished, skipped or untyped', () => {
    const marks =
      /\b(TODO|FIXME)\b|\b(it|test|describe)\.(skip|todo|only)\b|\bas any\b|: any\s*(?:[;,)>\]|=[]|$)|@ts-ignore|@ts-expect-error/m;
    expect(files.filter((f) => f !== 'scripts/house-rules.test.mjs' && marks.test(text.get(f)))).toEqual([]);
  });

  it('has the same keys in both languages', () => {
    const keys = (o, p = '') =>
      Object.entries(o)
        .flatMap(([k, v]) => (typeof v === 'object' ? keys(v, `${p}${k}.`) : [`${p}${k}`]))
        .sort();
    const messages = (locale) => JSON.parse(readFileSync(join(root, `web/messages/${locale}.json`), 'utf8'));
    expect(keys(messages('en'))).toEqual(keys(messages('zh-CN')));
  });
});
