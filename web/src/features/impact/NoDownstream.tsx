import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import type { ImpactData, StartKind } from './ImpactView';

interface Props {
  id: string;
  kind: StartKind;
  completeness: ImpactData['completeness'];
}

/** Nothing lies downstream: what that says, what it does not say, and where to look next. */
export function NoDownstream({ id, kind, completeness }: Props) {
  const t = useTranslations('impact.nothing');
  return (
    <section className={page.panel} data-testid="no-downstream">
      <Empty title={t(`title.${kind}`)}>
        <p>{t(`text.${kind}`, { version: String(completeness.snapshotVersion) })}</p>
        <p>
          <Link href={paths.lineage(id)}>{t('lineage')}</Link>
          {' · '}
          {kind === 'Consumer' ? (
            <Link href={paths.audit({ mode: 'by', consumer: id })}>{t('audit')}</Link>
          ) : (
            <Link href={paths.audit({ id })}>{t('whoSaw')}</Link>
          )}
        </p>
      </Empty>
    </section>
  );
}
