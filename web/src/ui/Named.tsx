import type { NamedQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from './grade-chip';
import styles from './named.module.css';
import { PersonalMark } from './personal-mark';

type NamedNode = NonNullable<NamedQuery['node']>;

/** The name of a thing without its surroundings. */
export function nameOf(node: NamedNode): string {
  if (node.__typename === 'Field') return node.title || node.path;
  if (node.__typename === 'Dataset') return node.datasetTitle;
  if (node.__typename === 'Interface' || node.__typename === 'Consumer') return node.name;
  return node.id;
}

/** The head of a page about one thing: name, grade, personal information, where it belongs. */
export function Named({ node }: { node: NamedNode }) {
  const provider =
    node.__typename === 'Field'
      ? node.dataset.provider
      : node.__typename === 'Dataset' || node.__typename === 'Interface'
        ? node.provider
        : node.__typename === 'Consumer'
          ? node.operatedBy
          : null;
  return (
    <span className={styles.named}>
      <strong>
        {node.__typename === 'Dataset' ? (
          <Link href={paths.dataset(node.id)}>{nameOf(node)}</Link>
        ) : (
          nameOf(node)
        )}
      </strong>
      {'grade' in node && <GradeChip grade={node.grade} />}
      {'personalInfo' in node && <PersonalMark kind={node.personalInfo} />}
      <span className={styles.where}>
        {node.__typename === 'Field' && (
          <Link href={paths.dataset(node.dataset.id)}>{node.dataset.title}</Link>
        )}
        {provider && ` · ${provider.shortName}`}
      </span>
    </span>
  );
}
