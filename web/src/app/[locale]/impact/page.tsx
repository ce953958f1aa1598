import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FieldList } from '@/features/impact/FieldList';
import { ImpactView } from '@/features/impact/ImpactView';
import { PAGE_SIZE, readGroup, toFilter } from '@/features/impact/impact-group';
import { answer } from '@/lib/api/answer';
import {
  ImpactFieldsDocument,
  ImpactPageDocument,
  NamedDocument,
  SensitiveFieldsDocument,
} from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { suggestionsOf } from '@/lib/api/suggestions';
import { readTrail } from '@/lib/format/trail';
import { first, type SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';
import { Named, nameOf } from '@/ui/Named';
import page from '@/ui/page.module.css';
import { StartPage } from '@/ui/StartPage';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('impact'))('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchParams;
  const id = first(search.id);
  if (!id) return <Start />;
  const group = readGroup(first(search.list));
  const after = first(search.after);
  const [named, impact, list] = await Promise.all([
    answer(query(NamedDocument, { id })),
    answer(query(ImpactPageDocument, { id })),
    group &&
      answer(
        query(ImpactFieldsDocument, {
          id,
          filter: toFilter(group),
          first: PAGE_SIZE,
          after: readTrail(after).at(-1),
        }),
      ),
  ]);
  for (const asked of [named, impact, list])
    if (asked && asked.state !== 'ready') return <Faulty fault={asked} />;
  if (named.state !== 'ready' || impact.state !== 'ready') return null;
  const { node } = named.data;
  const data = impact.data.impact;
  if (!node || !data) notFound();
  const fields = list?.state === 'ready' ? list.data.impact?.fields : undefined;
  const t = await getTranslations('impact');
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <Named node={node} />
      </header>
      <ImpactView
        id={id}
        name={nameOf(node)}
        impact={data}
        group={group}
        list={group && fields && <FieldList id={id} group={group} fields={fields} after={after} />}
      />
    </div>
  );
}

async function Start() {
  const t = await getTranslations('impact');
  const asked = await answer(query(SensitiveFieldsDocument));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  return (
    <StartPage
      title={t('title')}
      text={t('start')}
      kinds={['FIELD', 'DATASET']}
      base="/impact?id="
      suggestions={suggestionsOf(asked.data)}
    />
  );
}
