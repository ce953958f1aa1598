import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import styles from './backflow.module.css';
import { type BackflowParams, toHref } from './backflow-params';
import { lookOf } from './delivery-look';
import { type Closure, type Standing, standingOf, type UnitLink } from './units';

const SIGN: Record<Standing, string> = { good: '✓', overdue: '!', broken: '✕', none: '–' };

/** One unit's answer in a sentence: what came back last, what is missing of it, where to look. */
export function UnitSentence({ row, own, params }: { row: Closure; own: boolean; params: BackflowParams }) {
  const t = useTranslations('backflow.sentence');
  const standing = standingOf(row);
  const name = row.department.shortName;
  const verdict = standing === 'good' ? (row.lostFields > 0 ? 'partly' : 'back') : standing;
  const reporting = row.reportedDatasets > 0;
  return (
    <>
      <h2>{reporting ? t(own ? 'questionOwn' : 'question', { name }) : t('questionServed', { name })}</h2>
      <p className={styles.answer} data-standing={standing} data-testid="answer">
        <strong>
          <span aria-hidden="true">{SIGN[standing]}</span>{' '}
          {reporting ? t(`verdict.${verdict}`, { lost: row.lostFields }) : t(`served.${standing}`)}
        </strong>{' '}
        {reporting && t('reported', { reported: row.reportedDatasets, returned: row.returnedDatasets })}
        {row.collectedFields > 0 &&
          t('fields', { collected: row.collectedFields, back: row.collectedFields - row.lostFields })}
      </p>
      <ul className={styles.latest}>
        {row.links.map((link) => (
          <LatestDelivery key={link.code} link={link} />
        ))}
      </ul>
      <p className={styles.more}>
        <Link href={toHref({ ...params, unit: 'all' })} scroll={false}>
          {t('toAll')}
        </Link>
      </p>
    </>
  );
}

function LatestDelivery({ link }: { link: UnitLink }) {
  const t = useTranslations('backflow.sentence');
  const format = useFormatter();
  const [delivery] = link.deliveries;
  const lost = link.lostFields.map((field) => field.title || field.path);
  return (
    <li>
      <Link href={paths.backflowLink(link.code)}>{link.name}</Link>
      {delivery
        ? t(`latest.${lookOf(delivery)}`, {
            due: format.dateTime(new Date(delivery.dueOn), 'day'),
            landed: delivery.landedAt ? format.dateTime(new Date(delivery.landedAt), 'day') : '',
            rows: format.number(delivery.rowsLanded),
            sent: format.number(delivery.rowsSent),
            share: format.number(delivery.rowsSent === 0 ? 0 : delivery.rowsLanded / delivery.rowsSent, {
              style: 'percent',
              maximumFractionDigits: 1,
            }),
          })
        : t('latest.never')}
      {delivery?.note && t('note', { note: delivery.note })}
      {lost.length > 0 && (
        <span className={styles.lost}>{t('lost', { count: lost.length, names: format.list(lost) })}</span>
      )}
    </li>
  );
}

/** All units in a sentence; whoever is late or cut off is named. */
export function AllSentence({ rows, params }: { rows: Closure[]; params: BackflowParams }) {
  const t = useTranslations('backflow.sentence');
  const of = (standing: Standing) => rows.filter((row) => standingOf(row) === standing);
  const names = (some: Closure[]) =>
    some.map((row, index) => (
      <span key={row.department.code}>
        {index > 0 && t('and')}
        <Link href={toHref({ ...params, unit: row.department.code })} scroll={false}>
          {row.department.shortName}
        </Link>
      </span>
    ));
  return (
    <>
      <h2>{t('questionAll')}</h2>
      <p className={styles.answer} data-testid="answer">
        {t.rich('all', { count: rows.length, good: of('good').length, b: (text) => <b>{text}</b> })}
      </p>
      <ul className={styles.latest}>
        {(['broken', 'overdue', 'none'] as const).map(
          (standing) =>
            of(standing).length > 0 && (
              <li key={standing} className={styles.standing} data-standing={standing}>
                <span aria-hidden="true">{SIGN[standing]}</span>{' '}
                {t(`standing.${standing}`, { count: of(standing).length })}
                {names(of(standing))}
              </li>
            ),
        )}
      </ul>
    </>
  );
}
