import { useFormatter, useTranslations } from 'next-intl';
import type { CatalogueSearchQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { LinkPending } from '@/ui/LinkPending';
import styles from './catalogue.module.css';
import { type CatalogueParams, FACETS, type FacetName, toggled, toHref } from './catalogue-params';
import { facetLabel } from './facet-label';

const SHOWN = 6;
type FacetData = CatalogueSearchQuery['search']['facets'][number];

interface Props {
  facets: FacetData[];
  params: CatalogueParams;
}

/** What the results can be narrowed by, each value with its count; every value is a link. */
export function Facets({ facets, params }: Props) {
  const t = useTranslations('catalogue');
  const found = new Map(facets.map((facet) => [facet.name, facet]));
  return (
    <nav className={styles.facets} aria-label={t('facets')}>
      {FACETS.map((name) => {
        const values = found.get(name)?.values ?? [];
        if (values.length === 0) return null;
        return <Facet key={name} name={name} values={values} params={params} />;
      })}
    </nav>
  );
}

function Facet({
  name,
  values,
  params,
}: {
  name: FacetName;
  values: FacetData['values'];
  params: CatalogueParams;
}) {
  const t = useTranslations('catalogue');
  const chosen: string[] = params[name];
  const sorted = [...values].sort(
    (a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)),
  );
  const first = sorted.slice(0, SHOWN);
  const rest = sorted.slice(SHOWN);
  return (
    <section className={styles.facet}>
      <h2>{t(`facet.${name}`)}</h2>
      <ul>
        {first.map((value) => (
          <FacetValue key={value.value} name={name} value={value} params={params} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('more', { count: rest.length })}</summary>
          <ul>
            {rest.map((value) => (
              <FacetValue key={value.value} name={name} value={value} params={params} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function FacetValue({
  name,
  value,
  params,
}: {
  name: FacetName;
  value: FacetData['values'][number];
  params: CatalogueParams;
}) {
  const t = useTranslations();
  const format = useFormatter();
  const on = (params[name] as string[]).includes(value.value);
  return (
    <li>
      <Link
        href={toHref(toggled(params, name, value.value))}
        className={styles.value}
        data-on={on}
        scroll={false}
      >
        <span className={styles.tick} aria-hidden="true" />
        <span className={styles.valueLabel} title={facetLabel(t, name, value)}>
          {facetLabel(t, name, value)}
          {on && <span className="visually-hidden">{t('catalogue.chosen')}</span>}
          <LinkPending />
        </span>
        <span className={styles.valueCount}>{format.number(value.count)}</span>
      </Link>
    </li>
  );
}
