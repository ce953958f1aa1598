import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, Suspense } from 'react';
import { CallsSection } from '@/features/interfaces/CallsSection';
import { Grants } from '@/features/interfaces/Grants';
import { InterfaceDetail, type InterfaceNode } from '@/features/interfaces/InterfaceDetail';
import { answer } from '@/lib/api/answer';
import { InterfaceCallsDocument, InterfacePageDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { addDays, chinaDay } from '@/lib/format/china-day';
import { Faulty } from '@/ui/Faulty';
import { Skeleton } from '@/ui/Skeleton';

interface Props {
  params: Promise<{ code: string }>;
}

/** Asked once for title and page. */
const load = cache((code: string) => answer(query(InterfacePageDocument, { code })));

const readCode = async (params: Props['params']) => decodeURIComponent((await params).code);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await load(await readCode(params));
  return asked.state === 'ready' && asked.data.interface ? { title: asked.data.interface.name } : {};
}

export default async function Page({ params }: Props) {
  const asked = await load(await readCode(params));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const node = asked.data.interface;
  if (!node) notFound();
  const today = chinaDay(new Date());
  const period = { from: addDays(today, -29), to: today };
  return (
    <InterfaceDetail node={node} period={period}>
      <Suspense fallback={<Skeleton heights={[220, 520]} />}>
        <Usage node={node} today={today} period={period} />
      </Suspense>
    </InterfaceDetail>
  );
}

/** The parts that rest on the access log: streamed, so that the head does not wait for them. */
async function Usage({
  node,
  today,
  period,
}: {
  node: InterfaceNode;
  today: string;
  period: { from: string; to: string };
}) {
  const asked = await answer(query(InterfaceCallsDocument, { code: node.code, id: node.id, ...period }));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const { interface: calls, whoAccessed } = asked.data;
  return (
    <>
      <Grants node={node} accesses={whoAccessed?.accesses ?? []} today={today} period={period} />
      <CallsSection
        id={node.id}
        days={calls?.callsByDay ?? []}
        hours={calls?.callsByHour ?? []}
        window={{ from: node.windowFrom, to: node.windowTo }}
        quota={node.dailyQuota}
        period={period}
      />
    </>
  );
}
