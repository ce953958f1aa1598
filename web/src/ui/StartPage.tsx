'use client';

import { useTranslations } from 'next-intl';
import type { HitKind } from '@/lib/api/gql/graphql';
import type { Suggestion } from '@/lib/api/suggestions';
import { Link, useRouter } from '@/lib/i18n/navigation';
import { GradeChip } from './grade-chip';
import page from './page.module.css';
import { PersonalMark } from './personal-mark';
import styles from './start.module.css';
import { VertexPicker } from './VertexPicker';

interface Props {
  title: string;
  text: string;
  kinds: HitKind[];
  /** Address up to the id of what was chosen. */
  base: '/lineage?id=' | '/impact?id=';
  suggestions: Suggestion[];
}

/** A page before its question is asked: choose a thing, or begin with one of the most sensitive fields. */
export function StartPage({ title, text, kinds, base, suggestions }: Props) {
  const t = useTranslations('ui.start');
  const router = useRouter();
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{title}</h1>
        <span className={page.sub}>{text}</span>
      </header>
      <section className={`${page.panel} ${styles.start}`}>
        <VertexPicker
          kinds={kinds}
          label={t('choose')}
          placeholder={t('placeholder')}
          onChoose={(id) => router.push(`${base}${encodeURIComponent(id)}`)}
        />
        {suggestions.length > 0 && <h2>{t('suggestions')}</h2>}
        <ul>
          {suggestions.map((field) => (
            <li key={field.id}>
              <Link href={`${base}${encodeURIComponent(field.id)}`}>
                <PersonalMark kind={field.personalInfo} />
                <GradeChip grade={field.grade} />
                <strong>{field.title || field.path}</strong>
                <span className={styles.where}>
                  {field.dataset.title}
                  {field.dataset.provider && ` · ${field.dataset.provider.shortName}`}
                </span>
                <small>{t('downstream', { count: field.downstreamCount })}</small>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
