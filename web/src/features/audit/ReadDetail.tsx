import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import { AuthorizationFacts } from './AuthorizationFacts';
import styles from './audit.module.css';
import type { AuditParams } from './audit-params';
import type { Read } from './ByAnswer';
import { CoverageMark } from './CoverageMark';
import { coverageOf } from './coverage';
import { DaysChart } from './DaysChart';

/** One interface that a consumer read: the authorisation, the fields, what lies upstream of them, the calls by day. */
export function ReadDetail({ read, params }: { read: Read; params: AuditParams }) {
  const t = useTranslations('audit');
  return (
    <article className={styles.access} aria-label={read.interface.name}>
      <dl className={`${styles.facts} ${styles.sources}`}>
        <div>
          <dt>{t('authorization')}</dt>
          <dd>
            <CoverageMark coverage={coverageOf(read)} />
            <AuthorizationFacts grant={read.authorization} />
          </dd>
        </div>
        <div>
          <dt>{t('sources')}</dt>
          <dd>
            {read.sources.map(({ ring, fieldCount, datasetCount }) => (
              <p key={ring}>
                <RingChip ring={ring} /> {t('sourceCount', { fields: fieldCount, datasets: datasetCount })}
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('fieldsRead')}</dt>
          <dd className={styles.fields}>
            {read.fields.map((field) => (
              <span key={field.id}>
                <GradeChip grade={field.grade} />{' '}
                <Link
                  href={paths.audit({ id: field.id, from: params.from, to: params.to })}
                  title={t('whoElse')}
                >
                  {field.title || field.path}
                </Link>
                <PersonalMark kind={field.personalInfo} />
              </span>
            ))}
          </dd>
        </div>
        <div className={styles.wide}>
          <dt>{t('byDay')}</dt>
          <dd>
            <DaysChart days={read.days} from={params.from} to={params.to} grant={read.authorization} />
          </dd>
        </div>
      </dl>
    </article>
  );
}
