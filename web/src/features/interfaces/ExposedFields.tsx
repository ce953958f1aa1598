import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import styles from './detail.module.css';
import type { InterfaceNode } from './InterfaceDetail';

/** What is given out under which name, how sensitive it is, and whether it is masked on the way out. */
export function ExposedFields({ exposures }: { exposures: InterfaceNode['exposures'] }) {
  const t = useTranslations('interfaces.fields');
  const ui = useTranslations('ui.masking');
  const clear = exposures.filter(({ masking }) => masking === null).length;
  return (
    <section className={page.panel} aria-labelledby="fields">
      <div className={page.panelHead}>
        <h2 id="fields">{t('title')}</h2>
        <span className={page.small}>
          {t('summary', { count: exposures.length, clear, masked: exposures.length - clear })}
        </span>
      </div>
      {exposures.length === 0 ? (
        <Empty title={t('none')} />
      ) : (
        <div className={`${page.scroll} ${styles.tableBody}`}>
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{t('alias')}</th>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('dataset')}</th>
                <th scope="col">{t('grade')}</th>
                <th scope="col">{t('masking')}</th>
                <th scope="col">{t('follow')}</th>
              </tr>
            </thead>
            <tbody>
              {exposures.map(({ alias, field, masking, reversible }) => (
                <tr key={alias} data-testid="exposure">
                  <td>
                    <code>{alias}</code>
                  </td>
                  <td>
                    <span className={page.cell}>
                      {field.title || field.path}
                      <PersonalMark kind={field.personalInfo} />
                    </span>
                  </td>
                  <td>
                    <Link href={paths.dataset(field.dataset.id)}>{field.dataset.title}</Link>
                  </td>
                  <td>
                    <GradeChip grade={field.grade} />
                  </td>
                  <td>
                    {masking === null ? (
                      <span className={page.small}>{t('clear')}</span>
                    ) : (
                      <span className={styles.masked} data-reversible={reversible}>
                        <span aria-hidden="true">{reversible ? '◐' : '●'}</span> {ui(masking)} ·{' '}
                        {ui(reversible ? 'reversible' : 'irreversible')}
                      </span>
                    )}
                  </td>
                  <td className={styles.follow}>
                    <Link href={paths.lineage(field.id)}>{t('lineage')}</Link>
                    <Link href={paths.impact(field.id)}>{t('impact')}</Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
