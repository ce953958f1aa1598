import { useFormatter, useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import type { AccessTree } from './access-tree';
import styles from './access-tree.module.css';

/** The numbers of the sentence: the rings that values reach, added up. */
export function TotalRow({ tree }: { tree: AccessTree }) {
  const t = useTranslations('impact');
  const format = useFormatter();
  const { reached } = tree;
  return (
    <tr data-testid="impact-total">
      <th scope="row" className={styles.totalCell}>
        {t('total')}
      </th>
      <td colSpan={4} className={`${styles.totalCell} ${styles.totalNote}`}>
        {t('totalMeaning', { listed: tree.consumersListed, consumers: reached.consumers })}
      </td>
      <td className={`${page.number} ${styles.totalCell}`}>{format.number(reached.interfaces)}</td>
      <td className={`${page.number} ${styles.totalCell}`}>{format.number(reached.consumers)}</td>
      <td className={`${page.number} ${styles.totalCell}`}>{format.number(reached.authorizations)}</td>
    </tr>
  );
}
