'use client';

import { Button, DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import type { AuditConsumersQuery } from '@/lib/api/gql/graphql';
import { useRouter } from '@/lib/i18n/navigation';
import page from '@/ui/page.module.css';
import { VertexPicker } from '@/ui/VertexPicker';
import styles from './audit.module.css';
import { type AuditParams, SCOPES, toHref } from './audit-params';

interface Props {
  params: AuditParams;
  subject: { id: string; name: string } | undefined;
  consumers: AuditConsumersQuery['consumers']['edges'];
}

/** The question as a sentence to fill in: who, between two days, saw this field and what came of it; or the reverse. */
export function Question({ params, subject, consumers }: Props) {
  const t = useTranslations('audit');
  const router = useRouter();
  const [draft, setDraft] = useState(params);
  const [chosen, setChosen] = useState(subject);
  const [pending, start] = useTransition();
  const ready = draft.mode === 'who' ? Boolean(draft.id) : Boolean(draft.consumer);
  const ask = () => start(() => router.push(toHref(draft)));

  const blanks: Record<'period' | 'thing' | 'derived' | 'consumer', () => ReactNode> = {
    period: () => (
      <DatePicker.RangePicker
        aria-label={t('period')}
        allowClear={false}
        value={[dayjs(draft.from), dayjs(draft.to)]}
        onChange={(range) => {
          const [from, to] = range ?? [];
          if (from && to)
            setDraft({ ...draft, from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') });
        }}
      />
    ),
    thing: () => (
      <VertexPicker
        kinds={['FIELD', 'DATASET']}
        label={t('thing')}
        placeholder={t('thingHint')}
        value={chosen}
        onChoose={(id, name) => {
          setChosen({ id, name });
          setDraft({ ...draft, id });
        }}
      />
    ),
    derived: () => (
      <Select
        aria-label={t('scope')}
        value={draft.scope}
        onChange={(scope) => setDraft({ ...draft, scope })}
        options={SCOPES.map((value) => ({ value, label: t(`scopeName.${value}`) }))}
        popupMatchSelectWidth={false}
      />
    ),
    consumer: () => (
      <Select
        className={styles.consumer}
        aria-label={t('consumer')}
        placeholder={t('consumerHint')}
        showSearch={{ optionFilterProp: 'label' }}
        value={draft.consumer}
        onChange={(consumer) => setDraft({ ...draft, consumer })}
        options={consumers.map(({ node }) => ({
          value: node.id,
          label: [node.name, node.operatedBy?.shortName].filter(Boolean).join(' · '),
        }))}
      />
    ),
  };

  return (
    <section className={`${page.panel} ${styles.question}`} aria-label={t('question')}>
      <Segmented
        value={draft.mode}
        onChange={(mode) => setDraft({ ...draft, mode })}
        options={[
          { value: 'who' as const, label: t('modeWho') },
          { value: 'by' as const, label: t('modeBy') },
        ]}
      />
      <form
        className={styles.blanks}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) ask();
        }}
      >
        {t.rich(draft.mode === 'who' ? 'sentenceWho' : 'sentenceBy', blanks)}
        <Button type="primary" htmlType="submit" disabled={!ready} loading={pending}>
          {t('ask')}
        </Button>
      </form>
    </section>
  );
}
