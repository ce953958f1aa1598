import { useTranslations } from 'next-intl';
import { highlighted } from '@/lib/highlight';
import styles from './catalogue.module.css';

interface Props {
  highlights: { property: string; text: string }[];
  /** Properties that the card already shows with their marks. */
  shown: string[];
}

/** Why this was found, where the card itself does not show it. */
export function Reasons({ highlights, shown }: Props) {
  const t = useTranslations('catalogue');
  const others = highlights.filter(({ property }) => !shown.includes(property)).slice(0, 3);
  if (others.length === 0) return null;
  return (
    <p className={styles.reasons}>
      {others.map(({ property, text }, index) => (
        <span key={index}>
          <small>{t.has(`reason.${property}` as never) ? t(`reason.${property}` as never) : property}</small>
          {highlighted(text)}
        </span>
      ))}
    </p>
  );
}

/** The highlighted text of a property, or the plain one. */
export function marked(
  highlights: { property: string; text: string }[],
  properties: string[],
  plain: string,
) {
  const hit = highlights.find(({ property }) => properties.includes(property));
  return hit ? highlighted(hit.text) : plain;
}
