import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Compare } from '@/features/compare/Compare';
import { answer } from '@/lib/api/answer';
import { CompareDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import type { SearchParams } from '@/lib/search-params';
import { Empty } from '@/ui/Empty';
import { Faulty } from '@/ui/Faulty';
import page from '@/ui/page.module.css';

const MOST = 3;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compare'))('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const ids = [...new Set([(await searchParams).id].flat().filter((id) => id !== undefined))].slice(0, MOST);
  const asked = await answer(query(CompareDocument, { ids }));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const datasets = asked.data.nodes.flatMap((node) => (node?.__typename === 'Dataset' ? [node] : []));
  if (datasets.length > 1) return <Compare datasets={datasets} />;
  const t = await getTranslations('compare');
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
      </header>
      <Empty title={t('tooFew')}>
        <Link href={paths.catalogue()}>{t('choose')}</Link>
      </Empty>
    </div>
  );
}
