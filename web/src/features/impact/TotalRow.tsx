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
    <tr className={styles.total} data-testid="impact-total">
      <th scope="row">{t('total')}</th>
      <td colSpan={4}>{t('totalMeaning', { listed: tree.consumersListed, consumers: reached.consumers })}</td>
      <td className={page.number}>{format.number(reached.interfaces)}</td>
      <td className={page.number}>{format.number(reached.consumers)}</td>
      <td className={page.number}>{format.number(reached.authorizations)}</td>
    </tr>
  );
}
