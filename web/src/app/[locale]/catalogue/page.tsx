import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Catalogue } from '@/features/catalogue/Catalogue';
import { readParams, toVariables } from '@/features/catalogue/catalogue-params';
import { answer } from '@/lib/api/answer';
import { CatalogueSearchDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { Faulty } from '@/ui/Faulty';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalogue'))('title') };
}

export default async function Page({ searchParams }: Props) {
  const params = readParams(await searchParams);
  const asked = await answer(query(CatalogueSearchDocument, toVariables(params)));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  return <Catalogue params={params} result={asked.data.search} picked={asked.data.picked} />;
}
