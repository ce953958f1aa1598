import { useTranslations } from 'next-intl';
import { readTrail, writeTrail } from '@/lib/format/trail';
import { Link } from '@/lib/i18n/navigation';
import styles from './page.module.css';

interface Props {
  /** The parameter as it is in the address. */
  after: string | undefined;
  /** Cursor of the last row when more follow. */
  next: string | null | undefined;
  /** Text such as “21–40 of 96”. */
  label: string;
  href: (after: string | undefined) => string;
}

/** Links to the page before and after; the address holds the way back. */
export function Pager({ after, next, label, href }: Props) {
  const t = useTranslations('ui');
  const trail = readTrail(after);
  return (
    <nav className={styles.pager} aria-label={label}>
      <span>{label}</span>
      {trail.length > 0 && <Link href={href(writeTrail(trail.slice(0, -1)))}>{t('previous')}</Link>}
      {next && <Link href={href(writeTrail([...trail, next]))}>{t('next')}</Link>}
    </nav>
  );
}
