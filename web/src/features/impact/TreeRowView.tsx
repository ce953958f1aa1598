import { useFormatter, useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { RingChip } from '@/ui/ring-chip';
import { Validity } from '@/ui/Validity';
import { type AuthorizationRow, authorizationsOf, type RingBranch } from './access-tree';
import styles from './access-tree.module.css';
import { expandable, type TreeRow } from './tree-rows';

interface Props {
  row: TreeRow;
  open: boolean;
  /** The row on which the keyboard stands. */
  current: boolean;
  onToggle: (key: string) => void;
  onFocus: (key: string) => void;
}

/** A row of the tree: a ring with its subtotal, an interface, a consumer or an authorisation; drawn again only when it changes. */
export const TreeRowView = memo(function TreeRowView({ row, open, current, onToggle, onFocus }: Props) {
  const opens = expandable(row);
  return (
    <tr
      data-key={row.key}
      data-kind={row.kind}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={opens ? open : undefined}
      tabIndex={current ? 0 : -1}
      onFocus={() => onFocus(row.key)}
      onClick={(event) => {
        const { target } = event;
        if (opens && target instanceof Element && !target.closest('a')) onToggle(row.key);
      }}
      className={opens ? styles.opens : undefined}
    >
      <Cells row={row} tabIndex={current ? 0 : -1} />
    </tr>
  );
});

/** States in which an interface gives nothing out. */
const HALTED = new Set<string>(['SUSPENDED', 'RECLAIMED', 'UNPUBLISHED', 'DEREGISTERED']);

function Cells({ row, tabIndex }: { row: TreeRow; tabIndex: number }) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui.interfaceState');
  const format = useFormatter();
  if (row.kind === 'ring') return <RingCells branch={row.branch} />;
  if (row.kind === 'authorization') return <AuthorizationCells row={row.row} />;
  if (row.kind === 'consumer') {
    const { consumer, authorizations } = row.row;
    return (
      <>
        <Head>
          <Link
            href={paths.audit({ mode: 'by', consumer: consumer.id })}
            title={t('whatItRead')}
            tabIndex={tabIndex}
          >
            {consumer.name}
          </Link>
        </Head>
        <td>{consumer.operatedBy?.shortName}</td>
        <td />
        <td />
        <td className={page.small}>{authorizations.length === 0 && t('noGrant')}</td>
        <td />
        <td />
        <td className={page.number}>{format.number(authorizations.length)}</td>
      </>
    );
  }
  const { interface: it, fields, consumers, viaBackflow } = row.row;
  return (
    <>
      <Head>
        <Link href={paths.interface(it.code)} tabIndex={tabIndex}>
          {it.name}
        </Link>
        <code className={page.small}>{it.code}</code>
      </Head>
      <td>{it.provider?.shortName}</td>
      <td>
        <GradeChip grade={it.grade} />
      </td>
      <td className={page.nowrap}>
        <span className={HALTED.has(it.state) ? styles.halted : undefined}>{ui(it.state)}</span>
      </td>
      <td>
        <FieldNames names={fields.map((field) => field.title || field.path)} />
        {viaBackflow && <span className={page.small}> · {t('markBackflow')}</span>}
      </td>
      <td />
      <td className={page.number}>{format.number(consumers.length)}</td>
      <td className={page.number}>{format.number(authorizationsOf(row.row))}</td>
    </>
  );
}

function Head({ children }: { children: ReactNode }) {
  return (
    <td>
      <span className={styles.head}>
        <span className={styles.twist} aria-hidden="true" />
        {children}
      </span>
    </td>
  );
}

function RingCells({ branch }: { branch: RingBranch }) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui.ring.meaning');
  const format = useFormatter();
  return (
    <>
      <Head>
        <RingChip ring={branch.ring} />
      </Head>
      <td colSpan={4}>
        <span className={page.small}>
          {ui(branch.ring)}
          {branch.ring === 'INFLUENCED' && ` · ${t('notCounted')}`}
          {branch.countedElsewhere > 0 && ` · ${t('countedElsewhere', { count: branch.countedElsewhere })}`}
        </span>
      </td>
      <td className={page.number}>{format.number(branch.interfaces.length)}</td>
      <td className={page.number}>{format.number(branch.consumerCount)}</td>
      <td className={page.number}>{format.number(branch.authorizationCount)}</td>
    </>
  );
}

const SHOWN = 4;

function FieldNames({ names }: { names: string[] }) {
  const t = useTranslations('impact');
  const separator = useTranslations('ui')('separator');
  const few = names.slice(0, SHOWN).join(separator);
  if (names.length <= SHOWN) return few;
  return <span title={names.join(separator)}>{t('andMore', { names: few, count: names.length })}</span>;
}

function AuthorizationCells({ row }: { row: AuthorizationRow }) {
  const t = useTranslations('impact');
  const format = useFormatter();
  const day = (text: string) => format.dateTime(new Date(text), 'day');
  return (
    <>
      <Head>
        <code>{row.code}</code>
      </Head>
      <td colSpan={2}>
        <Validity valid={row.valid} state={row.state} />
      </td>
      <td className={page.nowrap}>
        {day(row.validFrom)} – {day(row.validTo)}
      </td>
      <td colSpan={4}>
        {row.exceeded && (
          <span className={styles.exceeded}>
            ! {t('exceeded')} <GradeChip grade={row.approvedGrade} />
          </span>
        )}{' '}
        {row.purpose}
        {row.legalBasis && <span className={page.small}> {row.legalBasis}</span>}
      </td>
    </>
  );
}
