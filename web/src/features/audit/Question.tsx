'use client';

import { Button, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import type { AuditConsumersQuery } from '@/lib/api/gql/graphql';
import { useRouter } from '@/lib/i18n/navigation';
import page from '@/ui/page.module.css';
import { VertexPicker } from '@/ui/VertexPicker';
import { type AuditParams, SCOPES, type Scope, toHref } from './audit-params';
import { PeriodInput } from './PeriodInput';
import { type PeriodFault, QUICK, quickPeriods, readPeriod } from './period';
import styles from './question.module.css';

interface Props {
  params: AuditParams;
  fault: PeriodFault | null;
  today: string;
  subject: { id: string; name: string } | undefined;
  consumers: AuditConsumersQuery['consumers']['edges'];
}

/** The question as a sentence to fill in: who, between two days, saw this field and what came of it; or the reverse. */
export function Question({ params, fault: asked, today, subject, consumers }: Props) {
  const t = useTranslations('audit');
  const router = useRouter();
  const [draft, setDraft] = useState(params);
  const [chosen, setChosen] = useState(subject);
  const [fault, setFault] = useState(asked);
  const [pending, start] = useTransition();
  const complete = draft.mode === 'who' ? Boolean(draft.id) : Boolean(draft.consumer);
  const edit = (change: Partial<AuditParams>) => {
    setDraft((now) => ({ ...now, ...change, only: false }));
    setFault(null);
  };
  const ask = () => {
    const period = readPeriod(draft.from, draft.to, today);
    setFault(period.fault);
    if (period.fault || !complete) return;
    start(() => router.push(toHref({ ...draft, from: period.from, to: period.to })));
  };
  const faultOf = (day: 'from' | 'to') => (fault?.day === day ? 'audit-period-fault' : undefined);

  const blanks: Record<'period' | 'thing' | 'derived' | 'consumer', () => ReactNode> = {
    period: () => (
      <span className={styles.period}>
        <PeriodInput
          label={t('from')}
          value={draft.from}
          faultId={faultOf('from')}
          onChange={(from) => edit({ from })}
        />
        <span aria-hidden="true">–</span>
        <PeriodInput
          label={t('to')}
          value={draft.to}
          faultId={faultOf('to')}
          onChange={(to) => edit({ to })}
        />
      </span>
    ),
    thing: () => (
      <VertexPicker
        kinds={['FIELD', 'DATASET', 'INTERFACE']}
        label={t('thing')}
        placeholder={t('thingHint')}
        value={chosen}
        onChoose={(id, name) => {
          setChosen({ id, name });
          edit({ id });
        }}
      />
    ),
    derived: () => (
      <select
        className={styles.scope}
        aria-label={t('scope')}
        value={draft.scope}
        onChange={(event) => edit({ scope: SCOPES.find((scope: Scope) => scope === event.target.value) })}
      >
        {SCOPES.map((scope) => (
          <option key={scope} value={scope}>
            {t(`scopeName.${scope}`)}
          </option>
        ))}
      </select>
    ),
    consumer: () => (
      <Select
        className={styles.consumer}
        aria-label={t('consumer')}
        placeholder={t('consumerHint')}
        showSearch={{ optionFilterProp: 'label' }}
        value={draft.consumer}
        onChange={(consumer) => edit({ consumer })}
        options={consumers.map(({ node }) => ({
          value: node.id,
          label: [node.name, node.operatedBy?.shortName].filter(Boolean).join(' · '),
        }))}
      />
    ),
  };
  const quick = quickPeriods(today);

  return (
    <section className={`${page.panel} ${styles.question}`} aria-label={t('question')}>
      <fieldset className={styles.modes}>
        <legend className="visually-hidden">{t('question')}</legend>
        {(['who', 'by'] as const).map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="audit-mode"
              checked={draft.mode === mode}
              onChange={() => edit({ mode })}
            />
            {t(mode === 'who' ? 'modeWho' : 'modeBy')}
          </label>
        ))}
      </fieldset>
      <form
        className={styles.blanks}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        {t.rich(draft.mode === 'who' ? 'sentenceWho' : 'sentenceBy', blanks)}
        <Button type="primary" htmlType="submit" disabled={!complete} loading={pending}>
          {t('ask')}
        </Button>
      </form>
      {fault && (
        <p id="audit-period-fault" className={styles.fault} role="alert">
          ! {t(`fault.${fault.why}`, { day: draft[fault.day], today })}
        </p>
      )}
      <fieldset className={styles.quick}>
        <legend>{t('quickPeriods')}</legend>
        {QUICK.map((name) => {
          const { from, to } = quick[name];
          return (
            <button
              key={name}
              type="button"
              aria-pressed={draft.from === from && draft.to === to}
              onClick={() => edit({ from, to })}
            >
              {t(`quick.${name}`)}
            </button>
          );
        })}
      </fieldset>
    </section>
  );
}
