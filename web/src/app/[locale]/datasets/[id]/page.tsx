import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { DatasetFrame } from '@/features/dataset/DatasetFrame';
import { type DatasetTab, readTab } from '@/features/dataset/dataset-tab';
import { FieldsTable } from '@/features/dataset/FieldsTable';
import { InterfacesTab } from '@/features/dataset/InterfacesTab';
import { ImpactView } from '@/features/impact/ImpactView';
import { LineageExplorer } from '@/features/lineage/LineageExplorer';
import { answer } from '@/lib/api/answer';
import {
  DatasetFieldsDocument,
  DatasetInterfacesDocument,
  DatasetPageDocument,
  ImpactPageDocument,
} from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import type { SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';

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
  const tab = readTab((await searchParams).tab);
  const asked = await load(id);
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const { node } = asked.data;
  if (node?.__typename !== 'Dataset') notFound();
  return (
    <DatasetFrame dataset={node} tab={tab}>
      {await content(tab, id, node.title)}
    </DatasetFrame>
  );
}

async function content(tab: DatasetTab, id: string, title: string): Promise<ReactNode> {
  if (tab === 'lineage') return <LineageExplorer id={id} embedded />;
  if (tab === 'impact') {
    const asked = await answer(query(ImpactPageDocument, { id }));
    if (asked.state !== 'ready') return <Faulty fault={asked} />;
    return (
      asked.data.impact && (
        <ImpactView id={id} name={title} impact={asked.data.impact} group={null} list={null} />
      )
    );
  }
  if (tab === 'interfaces') {
    const asked = await answer(query(DatasetInterfacesDocument, { id }));
    if (asked.state !== 'ready') return <Faulty fault={asked} />;
    const { node } = asked.data;
    return node && 'interfaces' in node && <InterfacesTab datasetId={id} interfaces={node.interfaces} />;
  }
  const asked = await answer(query(DatasetFieldsDocument, { id }));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  const { node } = asked.data;
  return node && 'fields' in node && <FieldsTable fields={node.fields} />;
}
