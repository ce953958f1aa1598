import { useFormatter } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/lib/i18n/navigation';
import styles from './facets.module.css';
import { LinkPending } from './LinkPending';
import { Tick } from './Tick';

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

interface Props {
  /** What screen readers call the whole. */
  label: string;
  /** In their order; one without values is left out. */
  facets: {
    name: string;
    title: string;
    values: readonly FacetValue[];
    chosen: readonly string[];
  }[];
  /** So many values of a facet stand open, the others behind a fold. */
  shown: number;
  words: { chosen: string; more: (count: number) => string };
  /** The address with the value put in or taken out. */
  href: (name: string, value: string) => string;
  labelOf: (name: string, value: FacetValue) => string;
  /** What stands in the place of the label, if anything else. */
  picture?: (name: string, value: FacetValue) => ReactNode;
}

/** What a list can be narrowed by, each value with its count; every value is a link, the chosen ones come first. */
export function Facets({ label, facets, shown, words, href, labelOf, picture }: Props) {
  const format = useFormatter();
  return (
    <nav className={styles.facets} aria-label={label}>
      {facets.map(({ name, title, values, chosen }) => {
        if (values.length === 0) return null;
        const isChosen = ({ value }: FacetValue) => chosen.includes(value);
        const sorted = [...values].sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)));
        const rest = sorted.slice(shown);
        const item = (value: FacetValue) => {
          const on = isChosen(value);
          const text = labelOf(name, value);
          return (
            <li key={value.value}>
              <Link href={href(name, value.value)} className={styles.value} data-on={on} scroll={false}>
                <Tick on={on} />
                <span className={styles.valueLabel} title={text}>
                  {picture?.(name, value) ?? text}
                  {on && <span className="visually-hidden">{words.chosen}</span>}
                  <LinkPending />
                </span>
                <span className={styles.valueCount}>{format.number(value.count)}</span>
              </Link>
            </li>
          );
        };
        return (
          <section key={name} className={styles.facet}>
            <h2>{title}</h2>
            <ul>{sorted.slice(0, shown).map(item)}</ul>
            {rest.length > 0 && (
              <details>
                <summary>{words.more(rest.length)}</summary>
                <ul>{rest.map(item)}</ul>
              </details>
            )}
          </section>
        );
      })}
    </nav>
  );
}
