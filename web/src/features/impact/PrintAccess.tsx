import { useFormatter, useTranslations } from 'next-intl';
import { GradeChip } from '@/ui/grade-chip';
import { Validity } from '@/ui/Validity';
import { type AccessTree, authorizationsOf, type InterfaceRow } from './access-tree';
import styles from './print.module.css';

/** Interfaces with everyone who may call them, all opened. */
export function PrintAccess({ tree }: { tree: AccessTree }) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui.ring.name');
  const p = useTranslations('impact.paper');
  const format = useFormatter();
  const { reached } = tree;
  return (
    <section className={styles.fresh}>
      <h2>{t('wayOut')}</h2>
      <table className={`${styles.table} ${styles.access}`}>
        <thead>
          <tr>
            <th scope="col">{t('consumer')}</th>
            <th scope="col">{t('department')}</th>
            <th scope="col">{t('authorization')}</th>
            <th scope="col">{p('state')}</th>
            <th scope="col">{p('term')}</th>
            <th scope="col">{t('purpose')}</th>
          </tr>
        </thead>
        {tree.branches.flatMap((branch) => [
          <tbody key={branch.ring}>
            <tr className={styles.ring}>
              <th scope="rowgroup" colSpan={6}>
                {p('ringLine', {
                  ring: ui(branch.ring),
                  interfaces: format.number(branch.interfaces.length),
                  consumers: format.number(branch.consumerCount),
                  authorizations: format.number(branch.authorizationCount),
                })}
                {branch.ring === 'INFLUENCED' && ` (${t('notCounted')})`}
              </th>
            </tr>
          </tbody>,
          ...branch.interfaces.map((row) => <InterfaceBody key={row.interface.code} row={row} />),
        ])}
        <tbody>
          <tr className={styles.total}>
            <th scope="row" colSpan={6}>
              {p('totalLine', {
                interfaces: format.number(reached.interfaces),
                consumers: format.number(reached.consumers),
                authorizations: format.number(reached.authorizations),
              })}
            </th>
          </tr>
        </tbody>
      </table>
      <p className={styles.small}>
        {t('totalMeaning', { listed: tree.consumersListed, consumers: reached.consumers })}
      </p>
    </section>
  );
}

function InterfaceBody({ row }: { row: InterfaceRow }) {
  const t = useTranslations('impact');
  const p = useTranslations('impact.paper');
  const states = useTranslations('ui.interfaceState');
  const format = useFormatter();
  const day = (text: string) => format.dateTime(new Date(text), 'day');
  const { interface: it } = row;
  return (
    <tbody>
      <tr className={styles.interface}>
        <th scope="rowgroup" colSpan={6}>
          {it.name} <code>{it.code}</code> <GradeChip grade={it.grade} /> {it.provider?.shortName} ·{' '}
          {states(it.state)} ·{' '}
          {p('interfaceLine', {
            consumers: format.number(row.consumers.length),
            authorizations: format.number(authorizationsOf(row)),
          })}
          <small>{row.fields.map((field) => field.title || field.path).join(t('comma'))}</small>
        </th>
      </tr>
      {row.consumers.flatMap(({ consumer, authorizations }) =>
        authorizations.map((grant) => (
          <tr key={`${consumer.id} ${grant.id}`}>
            <td>{consumer.name}</td>
            <td>{consumer.operatedBy?.shortName}</td>
            <td>
              <code>{grant.code}</code>
            </td>
            <td>
              <Validity valid={grant.valid} state={grant.state} />
              {grant.exceeded && (
                <small>
                  ! {t('exceeded')} <GradeChip grade={grant.approvedGrade} />
                </small>
              )}
            </td>
            <td>
              {day(grant.validFrom)} – {day(grant.validTo)}
            </td>
            <td>{grant.purpose}</td>
          </tr>
        )),
      )}
    </tbody>
  );
}
