import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { RingChip } from '@/ui/ring-chip';
import { AuthorizationLine } from './AuthorizationLine';
import styles from './audit.module.css';
import type { AuditParams } from './audit-params';
import { DaysChart } from './DaysChart';
import type { Access } from './group-accesses';
import { PathTrail } from './PathTrail';

/** One way in: interface, fields, authorisation, when and how much; the path and the days open below. */
export function AccessDetail({ access, params }: { access: Access; params: AuditParams }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  return (
    <article className={styles.access}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('interface')}</dt>
          <dd>
            <Link href={paths.lineage(access.interface.id)} prefetch={false}>
              {access.interface.name}
            </Link>
            <p className={page.small}>{access.fields.map((field) => field.title || field.path).join('、')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('reached')}</dt>
          <dd>
            <RingChip ring={access.ring} />{' '}
            <span className={page.small}>{t('hops', { count: access.distance })}</span>
            {access.gradeThen !== access.gradeNow && (
              <p className={page.small}>
                {t('gradeThen')} <GradeChip grade={access.gradeThen} /> →{' '}
                <GradeChip grade={access.gradeNow} />
              </p>
            )}
          </dd>
        </div>
        <AuthorizationLine access={access} />
        <div>
          <dt>{t('calls')}</dt>
          <dd>
            {format.number(access.calls)}
            {access.denied > 0 && <p className={styles.warning}>{t('denied', { count: access.denied })}</p>}
          </dd>
        </div>
        <div>
          <dt>{t('rows')}</dt>
          <dd>{format.number(access.rows)}</dd>
        </div>
        <div>
          <dt>{t('firstLast')}</dt>
          <dd className={page.nowrap}>
            {format.dateTime(new Date(access.firstAt), 'minute')}
            <br />
            {format.dateTime(new Date(access.lastAt), 'minute')}
          </dd>
        </div>
      </dl>
      <details>
        <summary>{t('pathAndDays')}</summary>
        {access.path && <PathTrail path={access.path} />}
        <DaysChart days={access.days} from={params.from} to={params.to} />
      </details>
    </article>
  );
}
