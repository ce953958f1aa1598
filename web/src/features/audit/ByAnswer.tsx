import { useFormatter, useTranslations } from 'next-intl';
import type { AccessesByQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Completeness } from '@/ui/Completeness';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { AnswerTools } from './AnswerTools';
import styles from './audit.module.css';
import { type AuditParams, toHref } from './audit-params';
import { CoverageMark } from './CoverageMark';
import { coverageOf, isBreach, joinCoverage } from './coverage';
import { OpenTable } from './OpenTable';
import { ReadDetail } from './ReadDetail';
import { readSummary } from './read-summary';

type Answer = NonNullable<AccessesByQuery['accessesBy']>;
export type Read = Answer['accesses'][number];

interface Props {
  name: string;
  answer: Answer;
  params: AuditParams;
}

/** What one consumer read, interface by interface, how sensitive it is and what lies upstream of it. */
export function ByAnswer({ name, answer, params }: Props) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const reads = [...answer.accesses].sort(
    (a, b) => Number(isBreach(coverageOf(b))) - Number(isBreach(coverageOf(a))),
  );
  const breaches = reads.filter((read) => isBreach(coverageOf(read)));
  const breach = joinCoverage(breaches.map(coverageOf));
  const summary = readSummary(reads);
  const shown = params.only ? breaches : reads;
  return (
    <div className={page.stack}>
      <section className={`${page.panel} ${styles.sentence}`} aria-label={t('inShort')}>
        <p data-testid="sentence">
          {t.rich(reads.length > 0 ? 'answerBy' : 'answerByNothing', {
            name,
            from: params.from,
            to: params.to,
            interfaces: summary.interfaces,
            fields: summary.fields,
            sensitive: summary.sensitive,
            calls: answer.calls,
            rows: answer.rows,
            b: (text) => <b>{text}</b>,
            g: () => <GradeChip grade={summary.grade} />,
          })}
        </p>
        {breaches.length > 0 && (
          <p className={styles.breach} data-testid="breach">
            <span aria-hidden="true">✕</span>{' '}
            {t('breachBy', { calls: format.number(breach.calls), rows: format.number(breach.rows) })}{' '}
            <Link href={toHref({ ...params, only: !params.only })} scroll={false}>
              {t(params.only ? 'showAll' : 'showOnly')}
            </Link>
          </p>
        )}
        {reads.length > 0 && breaches.length === 0 && (
          <p className={styles.clean}>
            <span aria-hidden="true">✓</span> {t('noBreach')}
          </p>
        )}
        <div className={styles.foot}>
          <Completeness completeness={answer.completeness} />
          <AnswerTools params={params} />
        </div>
      </section>
      {reads.length === 0 && (
        <section className={page.panel}>
          <Empty title={t('nothingRead')}>{t('nobodyHelp')}</Empty>
        </section>
      )}
      {shown.length > 0 && (
        <OpenTable
          label={t('tableBy', { count: shown.length })}
          firstHead={t('interface')}
          head={<Head />}
          columns={7}
          testId="read"
          rows={shown.map((read) => ({
            key: [read.interface.code, read.authorization?.code].filter(Boolean).join('.'),
            name: read.interface.name,
            alarming: isBreach(coverageOf(read)),
            title: (
              <>
                <Link href={paths.interface(read.interface.code)}>{read.interface.name}</Link>
                <code className={styles.unit}>{read.interface.code}</code>
              </>
            ),
            cells: <Cells read={read} />,
            detail: <ReadDetail read={read} params={params} />,
          }))}
        />
      )}
    </div>
  );
}

function Head() {
  const t = useTranslations('audit');
  return (
    <>
      <th scope="col">{t('highest')}</th>
      <th scope="col">{t('authorization')}</th>
      <th scope="col" className={page.number}>
        {t('fields')}
      </th>
      <th scope="col" className={page.number}>
        {t('calls')}
      </th>
      <th scope="col" className={page.number}>
        {t('rows')}
      </th>
      <th scope="col">{t('last')}</th>
    </>
  );
}

function Cells({ read }: { read: Read }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  return (
    <>
      <td>
        <GradeChip grade={read.grade} />
      </td>
      <td>
        <CoverageMark coverage={coverageOf(read)} />
      </td>
      <td className={page.number}>{format.number(read.fields.length)}</td>
      <td className={page.number}>
        {format.number(read.calls)}
        {read.denied > 0 && <small className={styles.under}>{t('denied', { count: read.denied })}</small>}
      </td>
      <td className={page.number}>{format.number(read.rows)}</td>
      <td className={page.nowrap}>{format.dateTime(new Date(read.lastAt), 'minute')}</td>
    </>
  );
}
