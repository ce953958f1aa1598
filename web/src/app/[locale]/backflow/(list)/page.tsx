import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Backflow } from '@/features/backflow/Backflow';
import { readParams } from '@/features/backflow/backflow-params';
import { answer } from '@/lib/api/answer';
import { BackflowClosuresDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import type { SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('backflow'))('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const params = readParams(await searchParams);
  const asked = await answer(query(BackflowClosuresDocument));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const { backflowClosure, viewer } = asked.data;
  return <Backflow params={params} rows={backflowClosure} own={viewer.department.code} />;
}
