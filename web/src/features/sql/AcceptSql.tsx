'use client';

import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { request } from '@/lib/api/client';
import { AcceptSqlDocument, type PastedSqlInput } from '@/lib/api/gql/graphql';
import styles from './sql.module.css';

interface Props {
  pasted: PastedSqlInput;
  /** Edges that would hold, and parts that no edge tells of. */
  edges: number;
  marks: number;
  onAccepted(taken: { job: string; count: number }): void;
}

/** Takes what was read into the graph under the name of a job, once that is confirmed. */
export function AcceptSql({ pasted, edges, marks, onAccepted }: Props) {
  const t = useTranslations('sql.accept');
  const [job, setJob] = useState('');
  const sure = useRef<HTMLDialogElement>(null);
  const [label, title] = [useId(), useId()];
  const accept = useMutation({
    mutationFn: () => request(AcceptSqlDocument, { input: { pasted, job } }),
    onSettled: () => sure.current?.close(),
    onSuccess: ({ acceptSql }) =>
      acceptSql.__typename === 'AcceptSqlSuccess' && onAccepted({ job: name, count: acceptSql.edgeCount }),
  });
  const answer = accept.data?.acceptSql;
  const name = job.trim();
  const ask = () => name !== '' && sure.current?.showModal();
  return (
    <div className={styles.accept}>
      <label htmlFor={label}>{t('job')}</label>
      <Input
        id={label}
        value={job}
        maxLength={200}
        placeholder={t('example')}
        onChange={(event) => setJob(event.target.value)}
        onPressEnter={(event) => {
          // Else the same key would press the button that the dialog begins with.
          event.preventDefault();
          ask();
        }}
      />
      <Button type="primary" disabled={!name} loading={accept.isPending} onClick={ask}>
        {t('do')}
      </Button>
      {(accept.error || (answer && answer.__typename !== 'AcceptSqlSuccess')) && (
        <p role="alert" className={styles.refusal}>
          {answer?.__typename === 'NotPermittedError' ? t('refused') : t('failed')}
        </p>
      )}
      <dialog ref={sure} className={styles.sure} aria-labelledby={title} closedby="any">
        <h2 id={title}>{t('sure', { job: name })}</h2>
        <p>{t('what', { edges, job: name })}</p>
        {marks > 0 && <p>{t('without', { marks })}</p>}
        <div className={styles.ways}>
          <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('do')}
          </Button>
          <Button autoInsertSpace={false} onClick={() => sure.current?.close()}>
            {t('cancel')}
          </Button>
        </div>
      </dialog>
    </div>
  );
}
