import { useTranslations } from 'next-intl';
import type { CatalogueSearchQuery } from '@/lib/api/gql/graphql';
import { Facets } from '@/ui/Facets';
import { type CatalogueParams, FACETS, type FacetName, toggled, toHref } from './catalogue-params';
import { facetLabel } from './facet-label';

const SHOWN = 6;

interface Props {
  facets: CatalogueSearchQuery['search']['facets'];
  params: CatalogueParams;
}

/** What the hits can be narrowed by. */
export function CatalogueFacets({ facets, params }: Props) {
  const t = useTranslations('catalogue');
  const words = useTranslations();
  const found = new Map(facets.map(({ name, values }) => [name, values]));
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
      labelOf={(name, value) => facetLabel(words, name as FacetName, value)}
    />
  );
}
