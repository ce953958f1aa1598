import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import styles from './audit.module.css';
import type { Access } from './group-accesses';

interface Props {
  access: Access;
  path: NonNullable<Access['path']>;
}

/** The shortest way from the thing over the interface to who read it, each step with what happened on it. */
export function PathTrail({ access, path }: Props) {
  const t = useTranslations('audit');
  const ui = useTranslations('ui');
  const step = (edge: NonNullable<Access['path']>['edges'][number] | undefined) => {
    if (!edge) return null;
    const words = [
      edge.backflow && t('stepBackflow'),
      edge.coarse && t('stepCoarse'),
      edge.kind === 'INDIRECT' && t('stepIndirect'),
      edge.masking && ui(`masking.${edge.masking}`),
      edge.role === 'EXPOSES' && t('stepExposes'),
    ].filter(Boolean);
    return (
      <span className={styles.step} data-masked={Boolean(edge.masking && !edge.reversible)}>
        {words.join(ui('separator'))}
        <span aria-hidden="true">→</span>
      </span>
    );
  };
  return (
    <ol className={styles.trail} aria-label={t('path')}>
      {path.nodes.map((node, index) => (
        <li key={node.id}>
          {index > 0 && step(path.edges[index - 1])}
          <span className={styles.stop} data-kind={node.kind}>
            {node.kind === 'INTERFACE' ? (
              <Link href={paths.interface(access.interface.code)}>{node.label}</Link>
            ) : (
              <>
                <Link href={paths.lineage(node.id)}>{node.label}</Link>
                <GradeChip grade={node.grade} />
              </>
            )}
            <small>{node.departmentName}</small>
          </span>
        </li>
      ))}
      <li>
        <span className={styles.step}>
          {access.authorization ? <code>{access.authorization.code}</code> : t('stepNoGrant')}
          <span aria-hidden="true">→</span>
        </span>
        <span className={styles.stop} data-kind="CONSUMER">
          {access.consumer.name}
          <small>{access.consumer.operatedBy?.shortName}</small>
        </span>
      </li>
    </ol>
  );
}
