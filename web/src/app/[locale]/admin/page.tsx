import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Admin } from '@/features/admin/Admin';
import { readParams, toVariables } from '@/features/admin/admin-params';
import { answer } from '@/lib/api/answer';
import { AdminEventBodiesDocument, AdminEventsDocument, AdminHealthDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import type { SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const params = readParams(await searchParams);
  const variables = toVariables(params);
  const [health, events, bodies] = await Promise.all([
    answer(query(AdminHealthDocument)),
    answer(query(AdminEventsDocument, variables)),
    params.event ? answer(query(AdminEventBodiesDocument, variables)) : null,
  ]);
  if (health.state !== 'ready') return <Faulty fault={health} />;
  if (events.state !== 'ready') return <Faulty fault={events} />;
  if (bodies && bodies.state !== 'ready') return <Faulty fault={bodies} />;
  const open = bodies?.data.ingestedEvents.edges.find(({ node }) => node.digest === params.event);
  return (
    <Admin
      params={params}
      health={health.data.health}
      events={events.data.ingestedEvents}
      payload={open?.node.payload ?? null}
      now={Date.now()}
    />
  );
}
