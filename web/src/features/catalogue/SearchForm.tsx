'use client';

import { Button, Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import styles from './catalogue.module.css';
import { type CatalogueParams, SORTS, toHref } from './catalogue-params';

/** The words and the order of the list; the address changes on Enter, so going back undoes it. */
export function SearchForm({ params }: { params: CatalogueParams }) {
  const t = useTranslations('catalogue');
  const router = useRouter();
  const [text, setText] = useState(params.q);
  const [pending, start] = useTransition();
  const show = (change: Partial<CatalogueParams>) =>
    start(() => router.push(toHref({ ...params, q: text.trim(), after: undefined, ...change })));
  return (
    <search className={styles.form}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          show({});
        }}
      >
        <Input
          name="q"
          aria-label={t('searchLabel')}
          placeholder={t('placeholder')}
          value={text}
          maxLength={200}
          allowClear
          onChange={(event) => setText(event.target.value)}
          onClear={() => show({ q: '' })}
        />
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('search')}
        </Button>
      </form>
      <label className={styles.sort}>
        {t('sortLabel')}
        <select
          value={params.sort}
          onChange={(event) => show({ sort: event.target.value as (typeof SORTS)[number] })}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
