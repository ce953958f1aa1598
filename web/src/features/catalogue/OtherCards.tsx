import { useTranslations } from 'next-intl';
import type { CatalogueSearchQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import styles from './catalogue.module.css';
import { marked, Reasons } from './Reasons';

export type Hit = CatalogueSearchQuery['search']['edges'][number]['node'];
type Node<T extends Hit['node']['__typename']> = Extract<Hit['node'], { __typename: T }>;
type Highlights = Hit['highlights'];

/** A field: where it is, how sensitive, and the three ways on from it. */
export function FieldCard({ field, highlights }: { field: Node<'Field'>; highlights: Highlights }) {
  const t = useTranslations('catalogue');
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <h2>
          <Link href={paths.lineage(field.id)}>
            {marked(highlights, ['title'], field.fieldTitle || field.path)}
          </Link>
        </h2>
        <PersonalMark kind={field.personalInfo} />
        <GradeChip grade={field.grade} />
        <code className={styles.name}>{marked(highlights, ['path', 'column', 'name'], field.path)}</code>
      </header>
      <p className={styles.facts}>
        <Link href={paths.dataset(field.dataset.id)}>{field.dataset.title}</Link>
        {field.dataset.provider && ` · ${field.dataset.provider.shortName}`}
      </p>
      <Reasons highlights={highlights} shown={['title', 'path', 'column', 'name']} />
      <ul className={styles.terms}>
        <li>{t('neighbours', { up: String(field.upstreamCount), down: String(field.downstreamCount) })}</li>
        <li className={styles.counts}>
          <Link href={paths.lineage(field.id)}>{t('toLineage')}</Link>
          <Link href={paths.impact(field.id)}>{t('toImpact')}</Link>
          <Link href={paths.audit({ id: field.id })}>{t('toAudit')}</Link>
        </li>
      </ul>
    </article>
  );
}

/** An interface: its state, what it gives out at most, who uses it. */
export function InterfaceCard({ node, highlights }: { node: Node<'Interface'>; highlights: Highlights }) {
  const t = useTranslations('catalogue');
  const ui = useTranslations('ui');
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <h2>
          <Link href={paths.lineage(node.id)}>
            {marked(highlights, ['title', 'name'], node.interfaceName)}
          </Link>
        </h2>
        <GradeChip grade={node.grade} />
        <code className={styles.name}>{marked(highlights, ['code'], node.code)}</code>
      </header>
      <p className={styles.facts}>
        {[t('kind.INTERFACE'), ui(`interfaceState.${node.state}`), node.provider?.shortName]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {node.description && (
        <p className={styles.abstract}>{marked(highlights, ['description'], node.description)}</p>
      )}
      <Reasons highlights={highlights} shown={['title', 'name', 'code', 'description']} />
      <ul className={styles.terms}>
        <li className={styles.counts}>
          <span>{t('users', { count: node.consumerCount })}</span>
          <span>{t('calls', { count: node.calls30Days })}</span>
        </li>
      </ul>
    </article>
  );
}

/** A department and what it provides. */
export function DepartmentCard({ node, highlights }: { node: Node<'Department'>; highlights: Highlights }) {
  const t = useTranslations('catalogue');
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <h2>
          <Link href={paths.catalogue({ department: node.code })}>
            {marked(highlights, ['title', 'name'], node.departmentName)}
          </Link>
        </h2>
        <code className={styles.name}>{node.code}</code>
      </header>
      <p className={styles.facts}>
        {t('provides', { datasets: node.datasetCount, interfaces: node.interfaceCount })}
      </p>
      <Reasons highlights={highlights} shown={['title', 'name', 'code']} />
    </article>
  );
}
