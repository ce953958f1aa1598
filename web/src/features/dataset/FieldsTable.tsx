'use client';

import { Input } from 'antd';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { DatasetFieldsQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import styles from './dataset.module.css';

type DatasetNode = Extract<NonNullable<DatasetFieldsQuery['node']>, { fields: unknown }>;
export type FieldRow = DatasetNode['fields'][number];

/** The fields with grade, personal information and their next hops; words typed narrow the list at once. */
export function FieldsTable({ fields }: { fields: FieldRow[] }) {
  const t = useTranslations('dataset.fields');
  const format = useFormatter();
  const [text, setText] = useState('');
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    if (!wanted) return fields;
    return fields.filter((field) =>
      [field.title, field.path, field.description, field.personalInfoKind ?? '']
        .join('\n')
        .toLowerCase()
        .includes(wanted),
    );
  }, [fields, text]);
  return (
    <section className={page.panel} aria-label={t('label')}>
      <div className={styles.tools}>
        <Input
          className={styles.filter}
          aria-label={t('filter')}
          placeholder={t('filter')}
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className={page.small} role="status">
          {t('shown', { shown: shown.length, total: fields.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty title={fields.length === 0 ? t('none') : t('noMatch')} />
      ) : (
        <div className={page.scroll}>
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col" className={page.number}>
                  #
                </th>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('column')}</th>
                <th scope="col">{t('type')}</th>
                <th scope="col">{t('grade')}</th>
                <th scope="col">{t('personalInfo')}</th>
                <th scope="col" className={page.number}>
                  {t('upstream')}
                </th>
                <th scope="col" className={page.number}>
                  {t('downstream')}
                </th>
                <th scope="col">{t('ways')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((field) => (
                <tr key={field.id}>
                  <td className={`${page.number} ${page.small}`}>{field.ordinal}</td>
                  <td>
                    <strong className={page.strong}>{field.title || field.path}</strong>
                    {field.description && <p className={page.small}>{field.description}</p>}
                  </td>
                  <td>
                    <code>{field.path}</code>
                  </td>
                  <td className={page.small}>{field.type}</td>
                  <td>
                    <GradeChip grade={field.grade} />
                  </td>
                  <td className={page.nowrap}>
                    <PersonalMark kind={field.personalInfo} />{' '}
                    <span className={page.small}>{field.personalInfoKind}</span>
                  </td>
                  <td className={page.number}>{format.number(field.upstreamCount)}</td>
                  <td className={page.number}>{format.number(field.downstreamCount)}</td>
                  <td className={styles.ways}>
                    <Link href={paths.lineage(field.id)} prefetch={false}>
                      {t('lineage')}
                    </Link>
                    <Link href={paths.impact(field.id)} prefetch={false}>
                      {t('impact')}
                    </Link>
                    <Link href={paths.audit({ id: field.id })} prefetch={false}>
                      {t('audit')}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
