import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type AuditParams, readParams, toHref } from '@/features/audit/audit-params';
import { ByAnswer } from '@/features/audit/ByAnswer';
import { Question } from '@/features/audit/Question';
import { WhoAnswer } from '@/features/audit/WhoAnswer';
import { answer } from '@/lib/api/answer';
import {
  AccessesByDocument,
  AuditConsumersDocument,
  NamedDocument,
  WhoAccessedDocument,
} from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import type { SearchParams } from '@/lib/search-params';
import { Empty } from '@/ui/Empty';
import { Faulty } from '@/ui/Faulty';
import { nameOf } from '@/ui/Named';
import page from '@/ui/page.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { params, fault, today } = readParams(await searchParams, new Date());
  const t = await getTranslations('audit');
  const subjectId = params.mode === 'who' ? params.id : params.consumer;
  const [consumers, named, body] = await Promise.all([
    answer(query(AuditConsumersDocument)),
    subjectId ? answer(query(NamedDocument, { id: subjectId })) : null,
    fault ? null : ask(params),
  ]);
  for (const asked of [consumers, named])
    if (asked && asked.state !== 'ready') return <Faulty fault={asked} />;
  if (consumers.state !== 'ready') return null;
  const node = named?.state === 'ready' ? named.data.node : null;
  const name = node ? nameOf(node) : '';
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub}>{t('sub')}</span>
      </header>
      <div className={page.stack}>
        <Question
          key={toHref({ ...params, only: false })}
          params={params}
          fault={fault}
          today={today}
          subject={node && params.id ? { id: params.id, name } : undefined}
          consumers={consumers.data.consumers.edges}
        />
        {body ? body(name) : <Unasked title={t('faultTitle')} text={t('faultHelp')} />}
      </div>
    </div>
  );
}

function Unasked({ title, text }: { title: string; text?: string }) {
  return (
    <section className={page.panel}>
      <Empty title={title}>{text}</Empty>
    </section>
  );
}

/** Asks the question and gives the part of the page that shows its answer. */
async function ask(params: AuditParams): Promise<(name: string) => ReactNode> {
  const { from, to } = params;
  const t = await getTranslations('audit');
  const unknown = () => <Unasked title={t('unknown')} />;
  if (params.mode === 'who') {
    if (!params.id) return () => <Unasked title={t('notAsked')} text={t('notAskedHelp')} />;
    const asked = await answer(query(WhoAccessedDocument, { id: params.id, from, to }));
    if (asked.state !== 'ready') return () => <Faulty fault={asked} />;
    const found = asked.data.whoAccessed;
    return found ? (name) => <WhoAnswer name={name} answer={found} params={params} /> : unknown;
  }
  if (!params.consumer) return () => <Unasked title={t('notAsked')} text={t('notAskedBy')} />;
  const asked = await answer(query(AccessesByDocument, { consumer: params.consumer, from, to }));
  if (asked.state !== 'ready') return () => <Faulty fault={asked} />;
  const found = asked.data.accessesBy;
  return found ? (name) => <ByAnswer name={name} answer={found} params={params} /> : unknown;
}
