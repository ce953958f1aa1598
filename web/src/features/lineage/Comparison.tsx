'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { request } from '@/lib/api/client';
import { type DiffSideFactsFragment, LineageComparisonDocument } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import { CHANGE_SIGN, type Change } from './change-marks';
import { type LineageTime, pointsOf } from './lineage-time';
import styles from './time.module.css';

const EDGES = [
  ['ADDED', 'added'],
  ['REMOVED', 'removed'],
  ['CHANGED', 'changed'],
] as const satisfies readonly [Change, string][];

/** What two days differ in over all hops: edges by number, and what they added to and took from the impact. */
export function Comparison({ id, time }: { id: string; time: LineageTime }) {
  const t = useTranslations('lineage.time');
  const { at: to, since: from } = pointsOf(time);
  const { data, error } = useQuery({
    queryKey: ['lineage-comparison', id, from, to],
    queryFn: ({ signal }) => request(LineageComparisonDocument, { id, from: from ?? {}, to }, signal),
    enabled: from !== null,
    staleTime: 60_000,
  });
  if (error) return <span role="alert">{t('failed')}</span>;
  const diff = data?.lineageDiff;
  if (!diff) return <span role="status">{t('asking')}</span>;
  const same = EDGES.every(([, key]) => diff[key].totalCount === 0);
  return (
    <>
      <span className={styles.changes} role="status" data-testid="edge-changes">
        {same
          ? t('same')
          : EDGES.map(([change, key]) => (
              <span
                key={key}
                className={styles.change}
                data-change={change}
                data-none={diff[key].totalCount === 0}
              >
                <b>{CHANGE_SIGN[change]}</b> {t(`edges.${change}`, { count: diff[key].totalCount })}
              </span>
            ))}
      </span>
      {(['downstream', 'upstream'] as const).map((direction) => {
        const side = diff[direction];
        return side && <Effects key={direction} direction={direction} side={side} />;
      })}
    </>
  );
}

const FIELDS = [
  ['ADDED', 'gained'],
  ['REMOVED', 'lost'],
  ['CHANGED', 'moved'],
] as const satisfies readonly [Change, string][];

/** What the difference means for one direction: fields, interfaces and consumers that came or went. */
function Effects({ direction, side }: { direction: 'upstream' | 'downstream'; side: DiffSideFactsFragment }) {
  const t = useTranslations('lineage.time');
  const rings = useTranslations('ui.ring.name');
  const access = [
    ['ADDED', 'interfaces', side.interfacesGained],
    ['REMOVED', 'interfaces', side.interfacesLost],
    ['ADDED', 'consumers', side.consumersGained],
    ['REMOVED', 'consumers', side.consumersLost],
  ] as const;
  const touched =
    FIELDS.some(([, key]) => side[key].totalCount > 0) || access.some(([, , list]) => list.length > 0);
  if (!touched) return null;
  const sum = (point: DiffSideFactsFragment['before']) =>
    point.byRing.reduce((total, { fieldCount }) => total + fieldCount, 0);
  return (
    <details className={styles.effects} data-testid={`effects-${direction}`}>
      <summary>
        {t(direction, { before: sum(side.before), after: sum(side.after) })}{' '}
        <span className={styles.changes}>
          {FIELDS.filter(([, key]) => side[key].totalCount > 0).map(([change, key]) => (
            <span key={key} className={styles.change} data-change={change}>
              <b>{CHANGE_SIGN[change]}</b> {t(`fields.${change}`, { count: side[key].totalCount })}
            </span>
          ))}
        </span>
      </summary>
      <div className={styles.lists}>
        {FIELDS.filter(([, key]) => side[key].totalCount > 0).map(([change, key]) => (
          <section key={key} aria-label={t(`list.${change}`)}>
            <h3 className={styles.change} data-change={change}>
              {CHANGE_SIGN[change]} {t(`list.${change}`)}
            </h3>
            <ul>
              {side[key].fields.map(({ field, before, after }) => (
                <li key={field.id}>
                  <GradeChip grade={field.grade ?? null} />
                  <Link href={paths.lineage(field.id)}>{field.title || field.path}</Link>
                  <span className={styles.quiet}>{field.dataset.title}</span>
                  {before && after && (
                    <span className={styles.quiet}>
                      {rings(before)} → {rings(after)}
                    </span>
                  )}
                </li>
              ))}
              {side[key].totalCount > side[key].fields.length && (
                <li className={styles.quiet}>
                  {t('more', { count: side[key].totalCount - side[key].fields.length })}
                </li>
              )}
            </ul>
          </section>
        ))}
        {access
          .filter(([, , list]) => list.length > 0)
          .map(([change, kind, list]) => (
            <section key={`${change}${kind}`} aria-label={t(`access.${kind}.${change}`)}>
              <h3 className={styles.change} data-change={change}>
                {CHANGE_SIGN[change]} {t(`access.${kind}.${change}`)}
              </h3>
              <ul>
                {list.map(({ code, name }) => (
                  <li key={code}>
                    {kind === 'interfaces' ? <Link href={paths.interface(code)}>{name}</Link> : name}
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </details>
  );
}
