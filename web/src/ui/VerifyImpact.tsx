'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { request } from '@/lib/api/client';
import { VerifyImpactDocument, type VerifyImpactQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import styles from './verify.module.css';

type Found = NonNullable<VerifyImpactQuery['verifyImpact']>;

/** Has the impact of a field or dataset checked against the database itself, apart from the index that answered. */
export function VerifyImpact({ id }: { id: string }) {
  const t = useTranslations('ui.verify');
  const check = useMutation({ mutationFn: () => request(VerifyImpactDocument, { id }) });
  const found = check.data?.verifyImpact;
  return (
    <div className={styles.verify}>
      <Button autoInsertSpace={false} size="small" loading={check.isPending} onClick={() => check.mutate()}>
        {t(found ? 'again' : 'check')}
      </Button>
      <div role="status">
        {check.isPending && <span>{t('checking')}</span>}
        {found && !check.isPending && <Verdict found={found} />}
      </div>
      {check.error && !check.isPending && (
        <span role="alert" className={styles.wrong}>
          {t('failed')}
        </span>
      )}
    </div>
  );
}

function Verdict({ found }: { found: Found }) {
  const t = useTranslations('ui.verify');
  const { reason, checkedFields, checkedEdges, snapshotVersion } = found;
  if (found.complete) {
    return (
      <span className={styles.right}>
        <span aria-hidden="true">✓</span>{' '}
        {t('complete', { fields: checkedFields, edges: checkedEdges, version: String(snapshotVersion) })}
      </span>
    );
  }
  const wrong = [
    ...found.leaks.map(({ to, edgeId }) => ({ key: edgeId, text: t('leak'), id: to })),
    ...found.strangers.map((id) => ({ key: id, text: t('stranger'), id })),
    ...found.missingInGraph.map((id) => ({ key: id, text: t('missing', { id }), id: null })),
  ];
  return (
    <div className={styles.wrong}>
      <span>
        <span aria-hidden="true">!</span> {reason === null ? t('failed') : t(`reason.${reason}`)}
      </span>
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ key, text, id }) => (
            <li key={key}>{id === null ? text : <Link href={paths.lineage(id)}>{text}</Link>}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
