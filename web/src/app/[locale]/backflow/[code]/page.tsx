import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Deliveries } from '@/features/backflow/Deliveries';
import { LinkDetail } from '@/features/backflow/LinkDetail';
import { answer } from '@/lib/api/answer';
import { BackflowLinkPageDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { chinaDay } from '@/lib/format/china-day';
import { first, type SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';

interface Props {
  params: Promise<{ code: string }>;
  searchParams: SearchParams;
}

/** Asked once for title and page. */
const load = cache((code: string) => answer(query(BackflowLinkPageDocument, { code })));

const readCode = async (params: Props['params']) => decodeURIComponent((await params).code);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await load(await readCode(params));
  return asked.state === 'ready' && asked.data.backflowLink ? { title: asked.data.backflowLink.name } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const asked = await load(await readCode(params));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const link = asked.data.backflowLink;
  if (!link) notFound();
  return (
    <LinkDetail link={link}>
      <Deliveries
        code={link.code}
        deliveries={link.deliveries}
        today={chinaDay(new Date())}
        open={first((await searchParams).delivery)}
      />
    </LinkDetail>
  );
}
