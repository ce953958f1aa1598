import dynamic from 'next/dynamic';
import { AccessTab } from '@/features/dataset/AccessTab';
import { BackflowTab } from '@/features/dataset/BackflowTab';
import { CHANGES_SHOWN, ChangesTab } from '@/features/dataset/ChangesTab';
import type { DatasetTab } from '@/features/dataset/dataset-tab';
import { FieldsTable } from '@/features/dataset/FieldsTable';
import { GradingTab } from '@/features/dataset/GradingTab';
import { InterfacesTab } from '@/features/dataset/InterfacesTab';
import { readPeriod } from '@/features/dataset/period';
import { SimilarDatasets } from '@/features/dataset/SimilarDatasets';
import { answer } from '@/lib/api/answer';
import {
  DatasetAccessDocument,
  DatasetBackflowDocument,
  DatasetChangesDocument,
  DatasetFieldsDocument,
  DatasetGradingDocument,
  DatasetInterfacesDocument,
  ImpactPageDocument,
} from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { first, type SearchParams } from '@/lib/search-params';
import { Faulty } from '@/ui/Faulty';
import page from '@/ui/page.module.css';

/** Only their own tabs bring these, so that the others stay light. */
const LineageExplorer = dynamic(() =>
  import('@/features/lineage/LineageExplorer').then((module) => module.LineageExplorer),
);
const ImpactView = dynamic(() => import('@/features/impact/ImpactView').then((module) => module.ImpactView));

/** Fields that come with the page; the browser reads the others. */
const FIRST_FIELDS = 100;

interface Props {
  tab: DatasetTab;
  id: string;
  title: string;
  search: Awaited<SearchParams>;
}

/** What one tab of a dataset shows. */
export async function TabContent({ tab, id, title, search }: Props) {
  switch (tab) {
    case 'lineage':
      return <LineageExplorer id={id} embedded />;
    case 'impact': {
      const asked = await answer(query(ImpactPageDocument, { id }));
      if (asked.state !== 'ready') return <Faulty fault={asked} />;
      const { impact } = asked.data;
      return impact && <ImpactView id={id} name={title} impact={impact} group={null} list={null} />;
    }
    case 'interfaces': {
      const asked = await answer(query(DatasetInterfacesDocument, { id }));
      if (asked.state !== 'ready') return <Faulty fault={asked} />;
      const { node } = asked.data;
      return node && 'interfaces' in node && <InterfacesTab datasetId={id} interfaces={node.interfaces} />;
    }
    case 'access': {
      const period = readPeriod(first(search.days), new Date());
      const asked = await answer(query(DatasetAccessDocument, { id, from: period.from, to: period.to }));
      if (asked.state !== 'ready') return <Faulty fault={asked} />;
      return asked.data.whoAccessed && <AccessTab id={id} {...period} answer={asked.data.whoAccessed} />;
    }
    case 'grading': {
      const asked = await answer(query(DatasetGradingDocument, { id }));
      if (asked.state !== 'ready') return <Faulty fault={asked} />;
      const { node } = asked.data;
      const ungraded = first(search.only) === 'ungraded';
      return node?.__typename === 'Dataset' && <GradingTab id={id} dataset={node} ungraded={ungraded} />;
    }
    case 'backflow': {
      const asked = await answer(query(DatasetBackflowDocument, { id }));
      if (asked.state !== 'ready') return <Faulty fault={asked} />;
      const { node } = asked.data;
      return node && 'backflowLinks' in node && <BackflowTab id={id} links={node.backflowLinks} />;
    }
    case 'changes': {
      const before = Number.parseInt(first(search.before) ?? '', 10);
      const asked = await answer(
        query(DatasetChangesDocument, { id, before: before > 0 ? before : undefined }),
      );
      if (asked.state !== 'ready') return <Faulty fault={asked} />;
      const { node } = asked.data;
      if (!node || !('changes' in node)) return null;
      return <ChangesTab id={id} changes={node.changes} full={node.changes.length === CHANGES_SHOWN} />;
    }
    case 'fields': {
      const asked = await answer(query(DatasetFieldsDocument, { id, offset: 0, first: FIRST_FIELDS }));
      if (asked.state !== 'ready') return <Faulty fault={asked} />;
      const { node } = asked.data;
      if (!node || !('fields' in node)) return null;
      return (
        <div className={page.stack}>
          <FieldsTable dataset={id} first={node.fields} total={node.fieldCount} />
          <SimilarDatasets dataset={id} rows={node.similar} />
        </div>
      );
    }
  }
}
