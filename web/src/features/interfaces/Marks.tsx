import { useTranslations } from 'next-intl';
import styles from './interfaces.module.css';
import { type Mark, marksOf } from './marks';

const SIGN: Record<Mark['kind'], string> = {
  exceeded: '▲',
  lingering: '▲',
  expiring: '◷',
  neverCalled: '○',
  idle: '○',
};

/** What is odd about an interface, each with a sign and words. */
export function Marks({ of }: { of: Parameters<typeof marksOf>[0] }) {
  const t = useTranslations('interfaces.mark');
  const marks = marksOf(of);
  if (marks.length === 0) return null;
  return (
    <ul className={styles.marks}>
      {marks.map((mark) => (
        <li key={mark.kind} data-kind={mark.kind}>
          <span aria-hidden="true">{SIGN[mark.kind]}</span> {t(mark.kind, { ...mark })}
        </li>
      ))}
    </ul>
  );
}
