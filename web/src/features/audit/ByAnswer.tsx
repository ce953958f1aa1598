import { useFormatter, useTranslations } from 'next-intl';
import type { AccessesByQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Completeness } from '@/ui/Completeness';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import { AuthorizationLine } from './AuthorizationLine';
import styles from './audit.module.css';
import type { AuditParams } from './audit-params';
import { DaysChart } from './DaysChart';

type Answer = NonNullable<AccessesByQuery['accessesBy']>;

interface Props {
  name: string;
  answer: Answer;
  params: AuditParams;
}

/** What one consumer read, interface by interface, and how many fields lie upstream of it. */
export function ByAnswer({ name, answer, params }: Props) {
  const t = useTranslations('audit');
  return (
    <div className={page.stack}>
      <section className={`${page.panel} ${styles.sentence}`} aria-label={t('inShort')}>
        <p data-testid="sentence">
          {t.rich('answerBy', {
            name,
            from: params.from,
            to: params.to,
            interfaces: answer.accesses.length,
            calls: answer.calls,
            rows: answer.rows,
            b: (text) => <b>{text}</b>,
          })}
        </p>
        <Completeness completeness={answer.completeness} />
      </section>
      {answer.accesses.length === 0 && (
        <section className={page.panel}>
          <Empty title={t('nothingRead')}>{t('nobodyHelp')}</Empty>
        </section>
      )}
      {answer.accesses.map((access) => (
        <ReadPanel
          key={`${access.interface.id} ${access.authorization?.id}`}
          access={access}
          params={params}
        />
      ))}
    </div>
  );
}

function ReadPanel({ access, params }: { access: Answer['accesses'][number]; params: AuditParams }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  return (
    <section className={page.panel} aria-label={access.interface.name} data-testid="read">
      <div className={page.panelHead}>
        <h2>
          <Link href={paths.lineage(access.interface.id)} prefetch={false}>
            {access.interface.name}
          </Link>
        </h2>
        <GradeChip grade={access.grade} />
        <code className={page.small}>{access.interface.code}</code>
        <span className={`${page.small} ${styles.right}`}>
          {t('callsAndRows', { calls: format.number(access.calls), rows: format.number(access.rows) })}
        </span>
      </div>
      <article className={styles.access}>
        <dl className={`${styles.facts} ${styles.read}`}>
          <AuthorizationLine access={access} />
          <div>
            <dt>{t('firstLast')}</dt>
            <dd className={page.nowrap}>
              {format.dateTime(new Date(access.firstAt), 'minute')} –{' '}
              {format.dateTime(new Date(access.lastAt), 'minute')}
            </dd>
          </div>
          <div>
            <dt>{t('sources')}</dt>
            <dd className={styles.sources}>
              {access.sources.map(({ ring, fieldCount, datasetCount }) => (
                <span key={ring}>
                  <RingChip ring={ring} /> {t('sourceCount', { fields: fieldCount, datasets: datasetCount })}
                </span>
              ))}
            </dd>
          </div>
        </dl>
        <ul className={styles.fields} aria-label={t('fieldsRead')}>
          {access.fields.map((field) => (
            <li key={field.id}>
              <PersonalMark kind={field.personalInfo} /> <GradeChip grade={field.grade} />{' '}
              <Link href={paths.lineage(field.id)} prefetch={false}>
                {field.title || field.path}
              </Link>
            </li>
          ))}
        </ul>
        <DaysChart days={access.days} from={params.from} to={params.to} />
      </article>
    </section>
  );
}
