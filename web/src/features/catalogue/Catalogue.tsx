import { useFormatter, useTranslations } from 'next-intl';
import type { CatalogueSearchQuery } from '@/lib/api/gql/graphql';
import { readTrail } from '@/lib/format/trail';
import { Link } from '@/lib/i18n/navigation';
import { Empty } from '@/ui/Empty';
import { LinkPending } from '@/ui/LinkPending';
import { Pager } from '@/ui/Pager';
import page from '@/ui/page.module.css';
import { CatalogueFacets } from './CatalogueFacets';
import { CompareTray } from './CompareTray';
import styles from './catalogue.module.css';
import { type CatalogueParams, FACETS, KINDS, PAGE_SIZE, shownKinds, toHref } from './catalogue-params';
import { DatasetCard } from './DatasetCard';
import { ExportList } from './ExportList';
import { DepartmentCard, FieldCard, type Hit, InterfaceCard } from './OtherCards';
import { SavedSearches } from './SavedSearches';
import { SearchForm } from './SearchForm';

interface Props {
  params: CatalogueParams;
  result: CatalogueSearchQuery['search'];
  picked?: CatalogueSearchQuery['picked'];
}

/** Is there data I can reuse: words, facets, cards. */
export function Catalogue({ params, result, picked = [] }: Props) {
  const t = useTranslations('catalogue');
  const format = useFormatter();
  const before = readTrail(params.after).length * PAGE_SIZE;
  const narrowed = FACETS.some((name) => params[name].length > 0);
  const range = {
    from: before + 1,
    to: before + result.edges.length,
    total: format.number(result.totalCount),
  };
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub} role="status" data-testid="total">
          {t('total', { count: result.totalCount })}
        </span>
      </header>
      <div className={styles.actions}>
        <SavedSearches href={toHref({ ...params, pick: [], after: undefined })} />
        <ExportList params={params} count={result.totalCount} />
      </div>
      <SearchForm key={toHref({ ...params, after: undefined })} params={params} />
      <KindTabs params={params} result={result} />
      <div className={styles.columns}>
        <div>
          {narrowed && (
            <Link className={styles.clear} href={toHref({ ...emptied(params), after: undefined })}>
              {t('clear')}
            </Link>
          )}
          <CatalogueFacets facets={result.facets} params={params} />
        </div>
        <section aria-label={t('results')} className={page.panel}>
          {result.edges.length === 0 ? (
            <Empty title={params.q ? t('nothingFor', { text: params.q }) : t('nothing')}>
              {t('nothingHelp')}
            </Empty>
          ) : (
            <>
              {result.edges.map(({ node: hit }) => (
                <Card key={hit.node.id} hit={hit} params={params} />
              ))}
              <Pager
                after={params.after}
                next={result.pageInfo.hasNextPage ? result.pageInfo.endCursor : null}
                label={t('range', range)}
                href={(after) => toHref({ ...params, after })}
              />
            </>
          )}
        </section>
      </div>
      <CompareTray params={params} picked={picked} />
    </div>
  );
}

function emptied(params: CatalogueParams): CatalogueParams {
  return { ...params, ...Object.fromEntries(FACETS.map((name) => [name, []])) };
}

function KindTabs({ params, result }: Props) {
  const t = useTranslations('catalogue');
  const format = useFormatter();
  const counts = new Map(
    result.facets.find((facet) => facet.name === 'kind')?.values.map((value) => [value.value, value.count]),
  );
  const now = shownKinds(params);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const tabs = [
    { key: 'ALL' as const, on: now.length === 0, count: all },
    ...KINDS.map((key) => ({ key, on: now.includes(key), count: counts.get(key) ?? 0 })),
  ];
  return (
    <nav aria-label={t('kinds')} className={styles.kinds}>
      {tabs.map(({ key, on, count }) => (
        <Link
          key={key}
          href={toHref({ ...params, kind: [key], after: undefined })}
          aria-current={on ? 'true' : undefined}
        >
          {t(`kind.${key}`)} <small>{format.number(count)}</small>
          <LinkPending />
        </Link>
      ))}
    </nav>
  );
}

function Card({ hit, params }: { hit: Hit; params: CatalogueParams }) {
  const { node, highlights } = hit;
  switch (node.__typename) {
    case 'Dataset':
      return <DatasetCard dataset={node} highlights={highlights} params={params} />;
    case 'Field':
      return <FieldCard field={node} highlights={highlights} />;
    case 'Interface':
      return <InterfaceCard node={node} highlights={highlights} />;
    case 'Department':
      return <DepartmentCard node={node} highlights={highlights} />;
  }
}
