import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import page from '@/ui/page.module.css';
import { RINGS, RingChip } from '@/ui/ring-chip';
import type { AccessTree } from './access-tree';
import type { ImpactData } from './ImpactView';
import styles from './impact.module.css';
import { type ImpactGroup, impactHref } from './impact-group';

interface Props {
  id: string;
  impact: ImpactData;
  tree: AccessTree;
  group: ImpactGroup | null;
}

/** The three rings beside each other, widest meaning last; each number opens its fields. */
export function Rings({ id, impact, tree, group }: Props) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui.ring');
  const format = useFormatter();
  const counts = new Map(impact.byRing.map((row) => [row.ring, row]));
  const branches = new Map(tree.branches.map((branch) => [branch.ring, branch]));
  return (
    <section className={styles.rings} aria-label={t('rings')}>
      {RINGS.map((ring) => {
        const row = counts.get(ring);
        const branch = branches.get(ring);
        const on = group?.by === 'ring' && group.value === ring;
        return (
          <Link
            key={ring}
            href={impactHref(id, on ? null : { by: 'ring', value: ring })}
            className={`${page.panel} ${styles.ring}`}
            aria-current={on || undefined}
            data-ring={ring}
            scroll={false}
          >
            <span className={styles.ringHead}>
              <RingChip ring={ring} />
              {ring === 'INFLUENCED' && <small>{t('notCounted')}</small>}
            </span>
            <span className={styles.big}>
              {t.rich('ringCount', {
                fields: row?.fieldCount ?? 0,
                datasets: row?.datasetCount ?? 0,
                b: (text) => <b className={styles.bigNumber}>{text}</b>,
              })}
            </span>
            <span>
              {t('ringWay', {
                interfaces: format.number(branch?.interfaces.length ?? 0),
                consumers: format.number(branch?.consumerCount ?? 0),
              })}
            </span>
            <small>{ui(`meaning.${ring}`)}</small>
          </Link>
        );
      })}
      <div className={`${page.panel} ${styles.ring}`}>
        <span className={styles.ringHead}>
          <strong>{t('marksTitle')}</strong>
        </span>
        {impact.viaBackflow > 0 ? (
          <Link
            href={impactHref(id, group?.by === 'backflow' ? null : { by: 'backflow', value: 'yes' })}
            aria-current={group?.by === 'backflow' || undefined}
            scroll={false}
          >
            {t('viaBackflow', { count: impact.viaBackflow })}
          </Link>
        ) : (
          <span>{t('viaBackflow', { count: 0 })}</span>
        )}
        <span>{t('coarse', { count: impact.coarse })}</span>
        <small>{t('marksHelp')}</small>
      </div>
    </section>
  );
}
