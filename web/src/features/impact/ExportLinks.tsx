import { useTranslations } from 'next-intl';
import { FileLinks } from '@/ui/FileLinks';
import styles from './impact.module.css';
import { exportHref, type ImpactGroup } from './impact-group';

interface Props {
  id: string;
  group: ImpactGroup | null;
  locale: string;
  label: string;
}

/** Two files of the same content, for a spreadsheet and for a program. */
export function ExportLinks({ id, group, locale, label }: Props) {
  const t = useTranslations('impact');
  return (
    <span className={styles.exports}>
      <span>{label}</span>
      <FileLinks
        href={(kind) => exportHref(kind, id, group, locale)}
        name={(kind) => t(`exportAs.${kind}`, { label })}
      />
    </span>
  );
}
