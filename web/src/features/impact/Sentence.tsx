import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/lib/i18n/navigation';
import type { AccessTree } from './access-tree';
import type { ImpactData, StartKind } from './ImpactView';
import { impactHref } from './impact-group';

interface Props {
  id: string;
  name: string;
  kind: StartKind;
  impact: ImpactData;
  tree: AccessTree;
  /** On paper numbers lead nowhere. */
  plain?: boolean;
}

/** The answer in one sentence; every number counts what values reach (clear text and masked) and opens its list. */
export function Sentence({ id, name, kind, impact, tree, plain = false }: Props) {
  const t = useTranslations('impact');
  const to = (href: string) => (text: ReactNode) =>
    plain ? (
      <b>{text}</b>
    ) : (
      <Link href={href} scroll={false}>
        <b>{text}</b>
      </Link>
    );
  const jump = (hash: string) => (text: ReactNode) =>
    plain ? (
      <b>{text}</b>
    ) : (
      <a href={hash}>
        <b>{text}</b>
      </a>
    );
  const { reached } = tree;
  const flows = impact.fieldCount > 0;
  const serves = reached.interfaces > 0;
  const says =
    kind === 'Interface' && serves
      ? 'interface'
      : flows && serves
        ? 'both'
        : flows
          ? 'fieldsOnly'
          : serves
            ? 'interfacesOnly'
            : 'nothing';
  return (
    <p data-testid="sentence" data-says={says}>
      {t.rich(`sentence.${says}`, {
        name,
        fields: impact.fieldCount,
        datasets: impact.datasetCount,
        departments: impact.departmentCount,
        interfaces: reached.interfaces,
        consumers: reached.consumers,
        authorizations: reached.authorizations,
        f: to(impactHref(id, { by: 'all', value: 'yes' })),
        d: to(impactHref(id, { by: 'all', value: 'yes' }, { view: 'datasets' })),
        p: jump('#impact-departments'),
        i: jump('#impact-interfaces'),
      })}
      <Version impact={impact} />
    </p>
  );
}

function Version({ impact }: { impact: ImpactData }) {
  const t = useTranslations('impact');
  const { complete, snapshotVersion } = impact.completeness;
  return t(complete ? 'complete' : 'incomplete', { version: String(snapshotVersion) });
}

/** What the sentence counts and what it leaves out, in words. */
export function CountingRule({ impact, tree }: Pick<Props, 'impact' | 'tree'>) {
  const t = useTranslations('impact');
  const format = useFormatter();
  const fields = impact.byRing.find(({ ring }) => ring === 'INFLUENCED')?.fieldCount ?? 0;
  const { interfaces, consumers } = tree.influenced;
  const left = fields + interfaces > 0;
  return (
    <>
      {t('rule')}
      {left &&
        t('ruleLeft', {
          fields: format.number(fields),
          interfaces: format.number(interfaces),
          consumers: format.number(consumers),
        })}
    </>
  );
}
