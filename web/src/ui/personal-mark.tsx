import { useTranslations } from 'next-intl';

type PersonalInfo = 'NONE' | 'GENERAL' | 'SENSITIVE';

/** The person mark: a ring for personal information, a filled disc when it is sensitive; nothing otherwise. */
export function PersonalMark({ kind }: { kind: PersonalInfo | null | undefined }) {
  const t = useTranslations('ui.personalInfo');
  if (!kind || kind === 'NONE') return null;
  const filled = kind === 'SENSITIVE';
  const ink = filled ? 'var(--box)' : 'var(--personal-info)';
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      role="img"
      aria-label={t(kind)}
      style={{ verticalAlign: -3 }}
    >
      <title>{t(kind)}</title>
      <circle
        cx="8"
        cy="8"
        r="7"
        fill={filled ? 'var(--personal-info)' : 'none'}
        stroke="var(--personal-info)"
        strokeWidth="1.3"
      />
      <circle cx="8" cy="6.2" r="2.1" fill={ink} />
      <path d="M4.2 12.1c.5-2.2 2-3.2 3.8-3.2s3.3 1 3.8 3.2z" fill={ink} />
    </svg>
  );
}
