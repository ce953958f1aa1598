import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LineageExplorer } from '@/features/lineage/LineageExplorer';
import { answer } from '@/lib/api/answer';
import { SensitiveFieldsDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { suggestionsOf } from '@/lib/api/suggestions';
import { first, type SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';
import { StartPage } from '@/ui/StartPage';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.nav'))('lineage') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const id = first((await searchParams).id);
  if (id) return <LineageExplorer id={id} />;
  const asked = await answer(query(SensitiveFieldsDocument));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const t = await getTranslations();
  return (
    <StartPage
      title={t('frame.nav.lineage')}
      text={t('ui.start.lineage')}
      kinds={['FIELD', 'DATASET', 'INTERFACE']}
      base="/lineage?id="
      suggestions={suggestionsOf(asked.data)}
    />
  );
}
