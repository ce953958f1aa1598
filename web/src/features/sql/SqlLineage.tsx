'use client';

import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { request } from '@/lib/api/client';
import { type PastedSqlInput, ReadSqlDocument, type SqlChoicesQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import { AcceptSql } from './AcceptSql';
import type { Place } from './place-in-text';
import { SqlEdges } from './SqlEdges';
import { SqlMarks } from './SqlMarks';
import styles from './sql.module.css';

/** Paste SQL, see the lineage that it states over the catalogue's tables, and take it in or not. */
export function SqlLineage({ choices }: { choices: SqlChoicesQuery }) {
  const t = useTranslations('sql');
  const { sqlDatabases: databases, sqlDialects: dialects } = choices;
  const [namespace, setNamespace] = useState(databases[0]?.namespace ?? '');
  const [dialect, setDialect] = useState(databases[0]?.dialect ?? 'postgres');
  const [sql, setSql] = useState('');
  const [taken, setTaken] = useState<{ job: string; count: number } | null>(null);
  const text = useRef<TextAreaRef>(null);
  const [databaseId, dialectId, sqlId] = [useId(), useId(), useId()];
  const read = useMutation({
    mutationFn: (input: PastedSqlInput) => request(ReadSqlDocument, { input }),
  });
  const input = { sql, dialect, namespace };
  const ask = () => {
    setTaken(null);
    if (sql.trim() !== '') read.mutate(input);
  };
  const isOld = read.variables !== undefined && JSON.stringify(read.variables) !== JSON.stringify(input);
  const show = ({ from, to }: Place) => {
    const area = text.current?.resizableTextArea?.textArea;
    area?.focus();
    area?.setSelectionRange(from, to);
  };
  const reading = read.data?.readSql;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub}>{t('sub')}</span>
        <Link href={paths.admin()} className={styles.back}>
          {t('back')}
        </Link>
      </header>
      <div className={page.stack}>
        <section className={`${page.panel} ${styles.form}`} aria-label={t('form')}>
          <div className={styles.choices}>
            <label htmlFor={databaseId}>{t('database')}</label>
            <Select
              id={databaseId}
              showSearch
              value={namespace}
              onChange={(chosen) => {
                setNamespace(chosen);
                setDialect(databases.find((one) => one.namespace === chosen)?.dialect ?? dialect);
              }}
              options={databases.map((one) => ({
                value: one.namespace,
                label: t('databaseOf', { namespace: one.namespace, count: one.datasetCount }),
              }))}
              className={styles.database}
            />
            <label htmlFor={dialectId}>{t('dialect')}</label>
            <Select
              id={dialectId}
              showSearch
              value={dialect}
              onChange={setDialect}
              options={dialects.map((value) => ({ value, label: value }))}
              className={styles.dialect}
            />
          </div>
          <label htmlFor={sqlId}>{t('text')}</label>
          <Input.TextArea
            id={sqlId}
            ref={text}
            value={sql}
            spellCheck={false}
            autoSize={{ minRows: 8, maxRows: 22 }}
            placeholder={t('placeholder')}
            className={styles.text}
            onChange={(event) => setSql(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ask();
            }}
          />
          <div className={styles.ways}>
            <Button
              autoInsertSpace={false}
              type="primary"
              disabled={sql.trim() === ''}
              loading={read.isPending}
              onClick={ask}
            >
              {t('read')}
            </Button>
            <span className={page.small}>{t('keys')}</span>
          </div>
          {read.error && !read.isPending && (
            <p role="alert" className={styles.refusal}>
              {t('failed')}
            </p>
          )}
        </section>
        {taken && (
          <p role="status" className={styles.taken}>
            {t('accept.done', taken)}
          </p>
        )}
        {reading && !read.isPending && (
          <>
            <p role="status" className={styles.verdict} data-testid="verdict">
              {t('verdict', {
                edges: reading.edges.length,
                added: reading.edges.filter(({ known }) => !known).length,
                marks: reading.marks.length,
              })}
              {isOld && <span className={styles.old}>{t('old')}</span>}
            </p>
            <SqlMarks sql={read.variables?.sql ?? ''} marks={reading.marks} onShow={show} />
            {reading.edges.length > 0 && <SqlEdges edges={reading.edges} />}
            {reading.edges.length > 0 && !isOld && (
              <AcceptSql
                pasted={input}
                edges={reading.edges.length}
                marks={reading.marks.length}
                onAccepted={(accepted) => {
                  ask();
                  setTaken(accepted);
                }}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
