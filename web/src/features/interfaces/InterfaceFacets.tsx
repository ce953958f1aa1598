import { useTranslations } from 'next-intl';
import type { InterfaceListQuery } from '@/lib/api/gql/graphql';
import { Facets, type FacetValue } from '@/ui/Facets';
import { GradeChip } from '@/ui/grade-chip';
import { GRADES } from '@/ui/tokens';
import { FACETS, type FacetName, type InterfaceParams, toggled, toHref } from './interface-params';

const SHOWN = 8;

interface Props {
  facets: InterfaceListQuery['interfaceFacets'];
  params: InterfaceParams;
}

/** What the list can be narrowed by. */
export function InterfaceFacets({ facets, params }: Props) {
  const t = useTranslations('interfaces');
  const words = useTranslations();
  const found = new Map(facets.map(({ name, values }) => [name, values]));
  const labelOf = (name: string, { value, label }: FacetValue) => {
    const key =
      name === 'state'
        ? `ui.interfaceState.${value}`
        : value === 'NONE'
          ? 'ui.grade.none'
          : `ui.grade.name.${value}`;
    return (name === 'state' || name === 'grade') && words.has(key as never) ? words(key as never) : label;
  };
  return (
    <Facets
      label={t('facets')}
      facets={FACETS.map((name) => ({
        name,
        title: t(`facet.${name}`),
        values: found.get(name) ?? [],
        chosen: params[name],
      }))}
      shown={SHOWN}
      words={{ chosen: t('chosen'), more: (count) => t('more', { count }) }}
      href={(name, value) => toHref(toggled(params, name as FacetName, value))}
      labelOf={labelOf}
      picture={(name, { value }) =>
        name === 'grade' ? <GradeChip grade={GRADES.find((grade) => grade === value)} /> : null
      }
    />
  );
}
