import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import { AuthorizationFacts } from './AuthorizationFacts';
import styles from './audit.module.css';
import type { AuditParams } from './audit-params';
import { CoverageMark } from './CoverageMark';
import { coverageOf } from './coverage';
import { DaysChart } from './DaysChart';
import type { Access } from './group-accesses';
import { PathTrail } from './PathTrail';

/** One way in: interface, path, authorisation, grade then and now, fields, and the calls day by day. */
export function AccessDetail({ access, params }: { access: Access; params: AuditParams }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  return (
    <article className={styles.access} aria-label={access.interface.name}>
      <h3>
        <Link href={paths.interface(access.interface.code)}>{access.interface.name}</Link>
        <code className={page.small}>{access.interface.code}</code>
        <RingChip ring={access.ring} />
        <span className={page.small}>{t('hops', { count: access.distance })}</span>
        <span className={styles.right}>
          {t('callsAndRows', { calls: format.number(access.calls), rows: format.number(access.rows) })}
          {access.denied > 0 && ` · ${t('denied', { count: access.denied })}`}
        </span>
      </h3>
      {access.path && <PathTrail access={access} path={access.path} />}
      <dl className={styles.facts}>
        <div>
          <dt>{t('authorization')}</dt>
          <dd>
            <CoverageMark coverage={coverageOf(access)} />
            <AuthorizationFacts grant={access.authorization} />
          </dd>
        </div>
        <div>
          <dt>{t('grade')}</dt>
          <dd>
            {t('gradeThen')} <GradeChip grade={access.gradeThen} />
            <br />
            {t('gradeNow')} <GradeChip grade={access.gradeNow} />{' '}
            {access.gradeThen !== access.gradeNow && <strong>{t('gradeChanged')}</strong>}
          </dd>
        </div>
        <div>
          <dt>{t('fieldsRead')}</dt>
          <dd className={styles.fields}>
            {access.fields.map((field) => (
              <span key={field.id}>
                <GradeChip grade={field.grade} />{' '}
                <Link href={paths.lineage(field.id)}>{field.title || field.path}</Link>
                <PersonalMark kind={field.personalInfo} />
              </span>
            ))}
          </dd>
        </div>
        <div className={styles.wide}>
          <dt>{t('byDay')}</dt>
          <dd>
            <DaysChart days={access.days} from={params.from} to={params.to} grant={access.authorization} />
          </dd>
        </div>
      </dl>
    </article>
  );
}
