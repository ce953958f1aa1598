'use client';

import { Button, Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { type InterfaceParams, toHref } from './interface-params';
import styles from './interfaces.module.css';

/** Words that name, code or description must contain; the address changes on Enter. */
export function ListSearch({ params }: { params: InterfaceParams }) {
  const t = useTranslations('interfaces');
  const router = useRouter();
  const [text, setText] = useState(params.q);
  const [pending, start] = useTransition();
  const show = (q: string) => start(() => router.push(toHref({ ...params, q: q.trim(), after: undefined })));
  return (
    <search className={styles.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          show(text);
        }}
      >
        <Input
          aria-label={t('searchLabel')}
          placeholder={t('placeholder')}
          value={text}
          maxLength={200}
          allowClear
          onChange={(event) => setText(event.target.value)}
          onClear={() => show('')}
        />
        <Button htmlType="submit" loading={pending}>
          {t('search')}
        </Button>
      </form>
    </search>
  );
}
