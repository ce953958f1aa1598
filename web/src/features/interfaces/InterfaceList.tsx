import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { InterfaceListQuery } from '@/lib/api/gql/graphql';
import { readTrail } from '@/lib/format/trail';
import { Link } from '@/lib/i18n/navigation';
import { Empty } from '@/ui/Empty';
import { FileLinks } from '@/ui/FileLinks';
import { LinkPending } from '@/ui/LinkPending';
import { Pager } from '@/ui/Pager';
import page from '@/ui/page.module.css';
import { InterfaceFacets } from './InterfaceFacets';
import { InterfaceTable } from './InterfaceTable';
import {
  exportHref,
  type InterfaceParams,
  isNarrowed,
  MARK_DAYS,
  PAGE_SIZE,
  readParams,
  toHref,
} from './interface-params';
import styles from './interfaces.module.css';
import { ListSearch } from './ListSearch';

interface Props {
  params: InterfaceParams;
  result: InterfaceListQuery;
}

/** Which interfaces give out what to whom, and which of them should be looked at. */
export function InterfaceList({ params, result }: Props) {
  const t = useTranslations('interfaces');
  const format = useFormatter();
  const locale = useLocale();
  const { totalCount, edges, pageInfo } = result.interfaces;
  const before = readTrail(params.after).length * PAGE_SIZE;
  const range = { from: before + 1, to: before + edges.length, total: format.number(totalCount) };
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub} role="status" data-testid="total">
          {t('total', { count: totalCount })}
        </span>
        <span className={styles.exports}>
          {t('export')}
          <FileLinks
            href={(kind) => exportHref(kind, params, locale)}
            name={(kind) => t(`exportAs.${kind}`)}
          />
        </span>
      </header>
      <div className={styles.tools}>
        <ListSearch key={params.q} params={params} />
        <MarkFilters params={params} result={result} />
      </div>
      <div className={styles.columns}>
        <div>
          {isNarrowed(params) && (
            <Link
              className={styles.clear}
              href={toHref({ ...readParams({}), sort: params.sort, dir: params.dir })}
            >
              {t('clear')}
            </Link>
          )}
          {params.exposes && (
            <Link
              className={styles.restriction}
              href={toHref({ ...params, exposes: undefined, after: undefined })}
              scroll={false}
            >
              {t('exposes')} <span aria-hidden="true">×</span>
              <span className="visually-hidden">{t('remove')}</span>
            </Link>
          )}
          <InterfaceFacets facets={result.interfaceFacets} params={params} />
        </div>
        <section aria-label={t('results')} className={page.panel}>
          {edges.length === 0 ? (
            <Empty title={t('nothing')}>{t('nothingHelp')}</Empty>
          ) : (
            <>
              <InterfaceTable rows={edges.map(({ node }) => node)} params={params} />
              <Pager
                after={params.after}
                next={pageInfo.hasNextPage ? pageInfo.endCursor : null}
                label={t('range', range)}
                href={(after) => toHref({ ...params, after })}
              />
            </>
          )}
        </section>
      </div>
    </div>
  );
}

function MarkFilters({ params, result }: Props) {
  const t = useTranslations('interfaces');
  const format = useFormatter();
  const filters = [
    {
      key: 'exceeded' as const,
      on: params.exceeded,
      count: result.exceeded.totalCount,
      view: { exceeded: !params.exceeded },
    },
    {
      key: 'expiring' as const,
      on: params.expiring !== undefined,
      count: result.expiring.totalCount,
      view: { expiring: params.expiring === undefined ? MARK_DAYS : undefined },
    },
    {
      key: 'idle' as const,
      on: params.idle !== undefined,
      count: result.idle.totalCount,
      view: { idle: params.idle === undefined ? MARK_DAYS : undefined },
    },
  ];
  return (
    <ul className={styles.quick} aria-label={t('attention')}>
      {params.usedBy && (
        <li>
          <Link
            href={toHref({ ...params, usedBy: undefined, after: undefined })}
            scroll={false}
            data-on={true}
            data-testid="quick-usedBy"
          >
            {t('quick.usedBy', { unit: result.user?.shortName ?? params.usedBy })}
            <span className="visually-hidden">{t('chosen')}</span>
            <LinkPending />
          </Link>
        </li>
      )}
      {filters.map(({ key, on, count, view }) => (
        <li key={key}>
          <Link
            href={toHref({ ...params, ...view, after: undefined })}
            scroll={false}
            data-on={on}
            data-testid={`quick-${key}`}
          >
            {t(`quick.${key}`, { days: params[key === 'exceeded' ? 'idle' : key] ?? MARK_DAYS })}{' '}
            <b>{format.number(count)}</b>
            {on && <span className="visually-hidden">{t('chosen')}</span>}
            <LinkPending />
          </Link>
        </li>
      ))}
    </ul>
  );
}
