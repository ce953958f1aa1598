import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './completeness.module.css';

interface Props {
  completeness: {
    complete: boolean;
    reason: string | null;
    snapshotVersion: number;
    latestVersion: number;
    visitedFields: number;
    visitedEdges: number;
    hiddenNodes: number;
    digest: string;
  };
  /** Instead of the usual summary, where the page says it already. */
  summary?: string;
  /** More that a page has to say on how far its answer goes. */
  children?: ReactNode;
}

/** Whether anything is missing from an answer, from which version it was given, and what that means. */
export function Completeness({ completeness: c, summary, children }: Props) {
  const t = useTranslations('ui.completeness');
  const version =
    c.latestVersion > c.snapshotVersion
      ? t('behind', { version: String(c.snapshotVersion), latest: String(c.latestVersion) })
      : t('version', { version: String(c.snapshotVersion) });
  return (
    <details className={styles.completeness} data-complete={c.complete}>
      <summary>
        <span aria-hidden="true">{c.complete ? '✓' : '!'}</span>{' '}
        {summary ?? `${c.complete ? t('complete') : t('incomplete')} · ${version}`}
      </summary>
      <p>{c.complete ? t('meaning') : c.reason}</p>
      <p>
        {t('visited', { fields: c.visitedFields, edges: c.visitedEdges })}
        {c.hiddenNodes > 0 && ` · ${t('hidden', { count: c.hiddenNodes })}`}
        {' · '}
        {t('digest')} <code>{c.digest.slice(0, 16)}</code>
      </p>
      {children}
    </details>
  );
}
