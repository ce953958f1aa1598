import type { useTranslations } from 'next-intl';
import type { FacetName } from './catalogue-params';

type Translate = ReturnType<typeof useTranslations<never>>;
const GROUPS: Partial<Record<FacetName, string>> = {
  personalInfo: 'ui.personalInfo',
  sharingType: 'ui.sharing',
  updateFrequency: 'ui.frequency',
  freshness: 'ui.freshness',
  layer: 'ui.layer',
};

/** A facet value in the page's language; codes of people (departments, libraries, themes) come with their own name. */
export function facetLabel(t: Translate, name: FacetName, value: { value: string; label: string }): string {
  if (name === 'grade') {
    const key = value.value === 'NONE' ? 'ui.grade.none' : `ui.grade.name.${value.value}`;
    return t.has(key as never) ? t(key as never) : value.label;
  }
  const key = `${GROUPS[name]}.${value.value}`;
  return GROUPS[name] && t.has(key as never) ? t(key as never) : value.label;
}
