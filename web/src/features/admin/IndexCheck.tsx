'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { request } from '@/lib/api/client';
import { CheckLineageIndexDocument, type IndexCheckFactsFragment } from '@/lib/api/gql/graphql';
import { ageText } from '@/lib/format/age';
import styles from './admin.module.css';

interface Props {
  last: IndexCheckFactsFragment | null;
  now: number;
}

/** Has index and graph compared row by row, and says what the last comparison found. */
export function IndexCheck({ last, now }: Props) {
  const t = useTranslations('admin.check');
  const ages = useTranslations('format.age');
  const check = useMutation({ mutationFn: () => request(CheckLineageIndexDocument, {}) });
  const answer = check.data?.checkLineageIndex;
  const refused = answer?.__typename === 'NotPermittedError';
  const found = answer?.__typename === 'CheckLineageIndexSuccess' ? answer.check : last;
  const age =
    found && ages('ago', { age: ageText(ages, Math.max(0, now - Date.parse(found.at)) / 3_600_000) });
  return (
    <div className={styles.check}>
      <p role="status">
        {check.isPending && t('checking')}
        {!check.isPending && refused && t('refused')}
        {!check.isPending && !refused && !found && t('none')}
        {!check.isPending && !refused && found?.equal && t('equal', { age: age ?? '' })}
        {!check.isPending && !refused && found && !found.equal && (
          <span className={styles.advice}>
            {t('differs', {
              age: age ?? '',
              parts: found.differences
                .map(({ part, graph, index }) => t(`part.${part}`, { graph, index }))
                .join(t('and')),
            })}
          </span>
        )}
      </p>
      {check.error && !check.isPending && (
        <p role="alert" className={styles.advice}>
          {t('failed')}
        </p>
      )}
      <Button autoInsertSpace={false} size="small" loading={check.isPending} onClick={() => check.mutate()}>
        {t('check')}
      </Button>
    </div>
  );
}
