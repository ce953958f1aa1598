import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SqlLineage } from '@/features/sql/SqlLineage';
import { answer } from '@/lib/api/answer';
import { SqlChoicesDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { Faulty } from '@/ui/Faulty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sql'))('title') };
}

export default async function Page() {
  const choices = await answer(query(SqlChoicesDocument));
  if (choices.state !== 'ready') return <Faulty fault={choices} />;
  return <SqlLineage choices={choices.data} />;
}
