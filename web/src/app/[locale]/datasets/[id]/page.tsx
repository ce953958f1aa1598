import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DatasetFrame } from '@/features/dataset/DatasetFrame';
import { readTab } from '@/features/dataset/dataset-tab';
import { answer } from '@/lib/api/answer';
import { DatasetPageDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import type { SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';
import { TabContent } from './tab-content';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

/** Asked once for head and title of the page. */
const load = cache((id: string) => answer(query(DatasetPageDocument, { id })));

async function readId(params: Props['params']): Promise<string> {
  return decodeURIComponent((await params).id);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await load(await readId(params));
  const node = asked.state === 'ready' ? asked.data.node : null;
  return node?.__typename === 'Dataset' ? { title: node.title } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const id = await readId(params);
  const search = await searchParams;
  const tab = readTab(search.tab);
  const asked = await load(id);
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const { node } = asked.data;
  if (node?.__typename !== 'Dataset') notFound();
  return (
    <DatasetFrame dataset={node} tab={tab}>
      <TabContent tab={tab} id={id} title={node.title} search={search} />
    </DatasetFrame>
  );
}
