import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import page from '@/ui/page.module.css';
import { RINGS, RingChip } from '@/ui/ring-chip';
import type { ImpactData } from './ImpactView';
import styles from './impact.module.css';
import { type ImpactGroup, impactHref } from './impact-group';

interface Props {
  id: string;
  impact: ImpactData;
  group: ImpactGroup | null;
}

/** The three rings beside each other, widest meaning last; each number opens its fields. */
export function Rings({ id, impact, group }: Props) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui.ring');
  const format = useFormatter();
  const counts = new Map(impact.byRing.map((row) => [row.ring, row]));
  return (
    <section className={styles.rings} aria-label={t('rings')}>
      {RINGS.map((ring) => {
        const row = counts.get(ring);
        const on = group?.by === 'ring' && group.value === ring;
        return (
          <Link
            key={ring}
            href={impactHref(id, on ? null : { by: 'ring', value: ring })}
            className={`${page.panel} ${styles.ring}`}
            data-on={on}
            data-ring={ring}
            scroll={false}
          >
            <RingChip ring={ring} />
            <span className={styles.big}>
              {t.rich('ringCount', {
                fields: row?.fieldCount ?? 0,
                datasets: row?.datasetCount ?? 0,
                b: (text) => <b>{text}</b>,
              })}
            </span>
            <small>{ui(`meaning.${ring}`)}</small>
          </Link>
        );
      })}
      <div className={`${page.panel} ${styles.ring}`}>
        <span className={styles.marks}>
          <Link href={impactHref(id, { by: 'backflow', value: 'yes' })} scroll={false}>
            {t('viaBackflow', { count: impact.viaBackflow })}
          </Link>
        </span>
        <span>{t('coarse', { count: format.number(impact.coarse) })}</span>
        <small>{t('marksHelp')}</small>
      </div>
    </section>
  );
}
