'use client';

import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { request } from '@/lib/api/client';
import { AcceptSqlDocument, type PastedSqlInput } from '@/lib/api/gql/graphql';
import styles from './sql.module.css';

interface Props {
  pasted: PastedSqlInput;
  /** Edges that would hold, and parts that no edge tells of. */
  edges: number;
  marks: number;
  onAccepted(): void;
}

/** Takes what was read into the graph under the name of a job, once that is confirmed. */
export function AcceptSql({ pasted, edges, marks, onAccepted }: Props) {
  const t = useTranslations('sql.accept');
  const [job, setJob] = useState('');
  const [asking, setAsking] = useState(false);
  const label = useId();
  const accept = useMutation({
    mutationFn: () => request(AcceptSqlDocument, { input: { pasted, job } }),
    onSettled: () => setAsking(false),
    onSuccess: ({ acceptSql }) => acceptSql.__typename === 'AcceptSqlSuccess' && onAccepted(),
  });
  const answer = accept.data?.acceptSql;
  const name = job.trim();
  return (
    <div className={styles.accept}>
      <label htmlFor={label}>{t('job')}</label>
      <Input
        id={label}
        value={job}
        maxLength={200}
        placeholder={t('example')}
        onChange={(event) => setJob(event.target.value)}
        onPressEnter={() => name && setAsking(true)}
      />
      <Button type="primary" disabled={!name} loading={accept.isPending} onClick={() => setAsking(true)}>
        {t('do')}
      </Button>
      <p role="status">
        {answer?.__typename === 'AcceptSqlSuccess' && t('done', { count: answer.edgeCount, job: name })}
      </p>
      {(accept.error || (answer && answer.__typename !== 'AcceptSqlSuccess')) && (
        <p role="alert" className={styles.refusal}>
          {answer?.__typename === 'NotPermittedError' ? t('refused') : t('failed')}
        </p>
      )}
      <Modal
        open={asking}
        title={t('sure', { job: name })}
        okText={t('do')}
        cancelText={t('cancel')}
        confirmLoading={accept.isPending}
        onOk={() => accept.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('what', { edges, job: name })}</p>
        {marks > 0 && <p>{t('without', { marks })}</p>}
      </Modal>
    </div>
  );
}
