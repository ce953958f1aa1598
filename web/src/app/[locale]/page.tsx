import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Overview } from '@/features/overview/Overview';
import { answer } from '@/lib/api/answer';
import { OverviewDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { Faulty } from '@/ui/Faulty';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  // The layout's template holds for the pages below it only.
  return { title: { absolute: `${t('overview.title')} · ${t('frame.brand')}` } };
}

export default async function Page() {
  const asked = await answer(query(OverviewDocument));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  return <Overview data={asked.data} />;
}
