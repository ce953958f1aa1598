import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import type { LinkNode } from './LinkDetail';
import styles from './link.module.css';

type Field = LinkNode['lostFields'][number];

/** Which fields come back as what, and which were collected in vain. */
export function FieldReturn({ link }: { link: LinkNode }) {
  const t = useTranslations('backflow.detail');
  return (
    <section className={page.panel} aria-labelledby="fields">
      <div className={page.panelHead}>
        <h2 id="fields">{t('fields')}</h2>
        {link.collected && (
          <span className={page.small}>
            {t('fieldSummary', {
              back: link.collected.fieldCount - link.lostFields.length,
              lost: link.lostFields.length,
            })}
          </span>
        )}
      </div>
      <div className={styles.fields}>
        <div>
          <h3>{t('lost')}</h3>
          {link.collected === null ? (
            <p className={page.small}>{t('notCollected')}</p>
          ) : link.lostFields.length === 0 ? (
            <p className={styles.complete}>
              <span aria-hidden="true">✓</span> {t('nothingLost')}
            </p>
          ) : (
            <>
              <p className={page.small}>{t('lostHelp')}</p>
              <ul className={styles.lost}>
                {link.lostFields.map((field) => (
                  <li key={field.id} data-testid="lost">
                    <span aria-hidden="true" className={styles.missing}>
                      ✕
                    </span>
                    <Named field={field} />
                    <Link href={paths.lineage(field.id)}>{t('follow')}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div>
          <h3>{t('mapping')}</h3>
          <div className={page.scroll}>
            <table className={page.table}>
              <thead>
                <tr>
                  <th scope="col">{t('source')}</th>
                  <th scope="col">{t('target')}</th>
                  <th scope="col">{t('follow')}</th>
                </tr>
              </thead>
              <tbody>
                {link.mapping.map(({ from, to }, index) => (
                  <tr key={from?.id ?? to?.id ?? index} data-testid="mapped">
                    <td>{from ? <Named field={from} /> : t('unknown')}</td>
                    <td>{to ? <Named field={to} /> : t('unknown')}</td>
                    <td>{to && <Link href={paths.lineage(to.id)}>{t('follow')}</Link>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </section>
  );
}

function Named({ field }: { field: Field }) {
  return (
    <span className={page.cell}>
      {field.title || field.path}
      <code className={page.small}>{field.path}</code>
      <GradeChip grade={field.grade} />
      <PersonalMark kind={field.personalInfo} />
    </span>
  );
}
