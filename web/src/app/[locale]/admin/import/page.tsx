import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Import } from '@/features/import/Import';
import type { SearchParams } from '@/lib/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const token = [(await searchParams).job].flat()[0];
  return <Import token={token && /^[0-9a-f-]{36}$/.test(token) ? token : null} />;
}
