import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import page from '@/ui/page.module.css';
import { BackflowBlock } from './BackflowBlock';
import { type Block, blocksOf } from './blocks';
import { CallsBlock } from './CallsBlock';
import { ChangesBlock } from './ChangesBlock';
import { Counts } from './Counts';
import { FreshnessBlock } from './FreshnessBlock';
import { GradesBlock } from './GradesBlock';
import { InterfacesBlock } from './InterfacesBlock';
import styles from './overview.module.css';
import { Tasks } from './Tasks';

/** What waits for the person, and how the whole is: blocks in the order of the person's work, every number a way to its list. */
export function Overview({ data }: { data: OverviewQuery }) {
  const t = useTranslations('overview');
  const format = useFormatter();
  const { viewer, catalogue, overview, backflowClosure } = data;
  const own = viewer.role === 'SUBDISTRICT' ? viewer.department.code : null;
  const blocks: Record<Block, ReactNode> = {
    grades: <GradesBlock departments={overview.departments} byGrade={catalogue.fieldsByGrade} />,
    interfaces: <InterfacesBlock totals={overview.interfaces} />,
    calls: <CallsBlock days={overview.callsByDay} />,
    backflow: <BackflowBlock rows={backflowClosure} own={own} />,
    freshness: <FreshnessBlock totals={overview.freshness} />,
    changes: (
      <ChangesBlock
        changes={overview.latestChanges}
        accepted={overview.acceptedEvents}
        refused={overview.refusedEvents}
        arrivals={viewer.role === 'GOVERNANCE' || viewer.role === 'OPERATIONS'}
      />
    ),
  };
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub}>
          {viewer.department.shortName} · {t(`role.${viewer.role}`)} ·{' '}
          {t('version', { version: format.number(catalogue.snapshotVersion) })}
        </span>
      </header>
      <div className={page.stack}>
        <Tasks tasks={overview.tasks} role={viewer.role} department={viewer.department.code} />
        <Counts counts={catalogue} />
        <div className={styles.blocks}>
          {blocksOf(viewer.role).map((name) => (
            <section
              key={name}
              className={`${page.panel} ${styles.block}`}
              data-block={name}
              aria-labelledby={`block-${name}`}
            >
              <div className={page.panelHead}>
                <h2 id={`block-${name}`}>{t(`block.${name}`)}</h2>
              </div>
              {blocks[name]}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
