import { useFormatter, useTranslations } from 'next-intl';
import type { InterfaceListQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { GradeChip } from '@/ui/grade-chip';
import { LinkPending } from '@/ui/LinkPending';
import { GRADES } from '@/ui/tokens';
import styles from './facets.module.css';
import { FACETS, type FacetName, type InterfaceParams, toggled, toHref } from './interface-params';

const SHOWN = 8;
type Values = InterfaceListQuery['interfaceFacets'][number]['values'];

/** What the list can be narrowed by, each value with its count; every value is a link. */
export function InterfaceFacets({
  facets,
  params,
}: {
  facets: InterfaceListQuery['interfaceFacets'];
  params: InterfaceParams;
}) {
  const t = useTranslations('interfaces');
  const found = new Map(facets.map((facet) => [facet.name, facet.values]));
  return (
    <nav className={styles.facets} aria-label={t('facets')}>
      {FACETS.map((name) => {
        const values = found.get(name) ?? [];
        return values.length > 0 && <Facet key={name} name={name} values={values} params={params} />;
      })}
    </nav>
  );
}

function Facet({ name, values, params }: { name: FacetName; values: Values; params: InterfaceParams }) {
  const t = useTranslations('interfaces');
  const chosen: string[] = params[name];
  const sorted = [...values].sort(
    (a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)),
  );
  const rest = sorted.slice(SHOWN);
  const item = (value: Values[number]) => (
    <FacetValue key={value.value} name={name} value={value} params={params} />
  );
  return (
    <section className={styles.facet}>
      <h2>{t(`facet.${name}`)}</h2>
      <ul>{sorted.slice(0, SHOWN).map(item)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('more', { count: rest.length })}</summary>
          <ul>{rest.map(item)}</ul>
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
  value: Values[number];
  params: InterfaceParams;
}) {
  const t = useTranslations();
  const format = useFormatter();
  const on = (params[name] as string[]).includes(value.value);
  const key =
    name === 'state'
      ? `ui.interfaceState.${value.value}`
      : value.value === 'NONE'
        ? 'ui.grade.none'
        : `ui.grade.name.${value.value}`;
  const label = (name === 'state' || name === 'grade') && t.has(key as never) ? t(key as never) : value.label;
  return (
    <li>
      <Link
        href={toHref(toggled(params, name, value.value))}
        className={styles.value}
        data-on={on}
        scroll={false}
      >
        <span className={styles.tick} aria-hidden="true" />
        <span className={styles.valueLabel} title={label}>
          {name === 'grade' ? <GradeChip grade={GRADES.find((grade) => grade === value.value)} /> : label}
          {on && <span className="visually-hidden">{t('interfaces.chosen')}</span>}
          <LinkPending />
        </span>
        <span className={styles.valueCount}>{format.number(value.count)}</span>
      </Link>
    </li>
  );
}
