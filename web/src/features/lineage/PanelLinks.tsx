'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import type { LineageModel, ModelBox, ModelRow } from './lineage-model';
import styles from './panel.module.css';

interface Props {
  model: LineageModel;
  box: ModelBox;
  row: ModelRow | null;
  /** The thing that other pages know. */
  subject: string;
}

/** The pages that know more of what is chosen. */
export function PanelLinks({ model, box, row, subject }: Props) {
  const t = useTranslations('lineage.panel');
  return (
    <p className={styles.links}>
      {box.kind === 'DATASET' && (
        <Link href={paths.dataset(box.id, row ? { field: row.fieldId } : {})}>{t('dataset')}</Link>
      )}
      {box.kind === 'INTERFACE' && <Link href={paths.interface(box.name)}>{t('interface')}</Link>}
      {box.kind !== 'CONSUMER' && <Link href={paths.impact(subject)}>{t('impact')}</Link>}
      {box.kind === 'CONSUMER' ? (
        <Link href={paths.audit({ mode: 'by', consumer: box.id })}>{t('whatItRead')}</Link>
      ) : (
        <Link href={paths.audit({ id: subject })}>{t('audit')}</Link>
      )}
      {subject !== model.start && <Link href={paths.lineage(subject)}>{t('startHere')}</Link>}
    </p>
  );
}
