import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { accessTree, interfaceAsRow } from '@/features/impact/access-tree';
import { DatasetList } from '@/features/impact/DatasetList';
import { FieldList } from '@/features/impact/FieldList';
import { GradeReason } from '@/features/impact/GradeReason';
import { groupTitle } from '@/features/impact/group-title';
import { ImpactActions } from '@/features/impact/ImpactActions';
import { ImpactView } from '@/features/impact/ImpactView';
import { PAGE_SIZE, readGroup, readView, toFilter } from '@/features/impact/impact-group';
import { ListPanel } from '@/features/impact/ListPanel';
import { PrintDocument } from '@/features/impact/PrintDocument';
import { answer } from '@/lib/api/answer';
import {
  ImpactDatasetsDocument,
  ImpactFieldsDocument,
  ImpactOfInterfaceDocument,
  ImpactPageDocument,
  NamedDocument,
  SensitiveFieldsDocument,
} from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { suggestionsOf } from '@/lib/api/suggestions';
import { readTrail } from '@/lib/format/trail';
import { first, type SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';
import { Named, nameOf } from '@/ui/Named';
import page from '@/ui/page.module.css';
import { StartPage } from '@/ui/StartPage';

/** As many datasets as a paper for a meeting can hold; the files hold all. */
const ON_PAPER = 300;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('impact'))('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchParams;
  const id = first(search.id);
  if (!id) return <Start />;
  const paper = first(search.print) === '1';
  const group = paper ? null : readGroup(first(search.list));
  const view = readView(first(search.rows));
  const after = first(search.after);
  const rows = { id, first: PAGE_SIZE, after: readTrail(after).at(-1), filter: group && toFilter(group) };
  const [named, impact, fields, datasets] = await Promise.all([
    answer(query(NamedDocument, { id })),
    answer(query(ImpactPageDocument, { id })),
    group && view === 'fields' && answer(query(ImpactFieldsDocument, rows)),
    paper
      ? answer(query(ImpactDatasetsDocument, { id, first: ON_PAPER }))
      : group && view === 'datasets' && answer(query(ImpactDatasetsDocument, rows)),
  ]);
  for (const asked of [named, impact, fields, datasets])
    if (asked && asked.state !== 'ready') return <Faulty fault={asked} />;
  if (named.state !== 'ready' || impact.state !== 'ready') return null;
  const { node } = named.data;
  const data = impact.data.impact;
  if (!node || !data || !isStart(node.__typename)) notFound();

  let interfaces = data.interfaces;
  if (node.__typename === 'Interface') {
    const own = await answer(query(ImpactOfInterfaceDocument, { id }));
    if (own.state !== 'ready') return <Faulty fault={own} />;
    const row = interfaceAsRow(own.data);
    interfaces = row ? [row] : [];
  }
  const about = { id, name: nameOf(node), kind: node.__typename, impact: data, tree: accessTree(interfaces) };
  const why = <GradeReason node={impact.data.node} />;
  const fieldList = fields && fields.state === 'ready' ? fields.data.impact?.fields : undefined;
  const datasetList = datasets && datasets.state === 'ready' ? datasets.data.impact?.datasets : undefined;
  if (paper) {
    const person = impact.data.viewer.account.name;
    return (
      <PrintDocument
        {...about}
        subject={<Named node={node} />}
        why={why}
        datasets={datasetList}
        person={person}
        now={new Date()}
      />
    );
  }
  const t = await getTranslations('impact');
  const ui = await getTranslations('ui');
  const list = fieldList ?? datasetList;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <Named node={node} />
        <ImpactActions id={id} />
      </header>
      <ImpactView
        {...about}
        why={why}
        group={group}
        list={
          group &&
          list && (
            <ListPanel
              id={id}
              group={group}
              title={groupTitle(group, data, t, ui)}
              view={view}
              total={list.totalCount}
              shown={list.edges.length}
              before={readTrail(after).length * PAGE_SIZE}
              after={after}
              next={list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null}
            >
              {fieldList && <FieldList fields={fieldList} />}
              {datasetList && <DatasetList datasets={datasetList} />}
            </ListPanel>
          )
        }
      />
    </div>
  );
}

const STARTS = ['Field', 'Dataset', 'Interface', 'Consumer'] as const;
const isStart = (type: string): type is (typeof STARTS)[number] => STARTS.some((start) => start === type);

async function Start() {
  const t = await getTranslations('impact');
  const asked = await answer(query(SensitiveFieldsDocument));
  if (asked.state !== 'ready') return <Faulty fault={asked} />;
  return (
    <StartPage
      title={t('title')}
      text={t('start')}
      kinds={['FIELD', 'DATASET', 'INTERFACE']}
      base="/impact?id="
      suggestions={suggestionsOf(asked.data)}
    />
  );
}
