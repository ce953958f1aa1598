import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InterfaceList } from '@/features/interfaces/InterfaceList';
import { readParams, toVariables } from '@/features/interfaces/interface-params';
import { answer } from '@/lib/api/answer';
import { InterfaceListDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import type { SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('interfaces'))('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const params = readParams(await searchParams);
  const asked = await answer(query(InterfaceListDocument, toVariables(params)));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  return <InterfaceList params={params} result={asked.data} />;
}
