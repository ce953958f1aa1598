'use client';

import { useTranslations } from 'next-intl';
import type { HitKind, SensitiveFieldsQuery } from '@/lib/api/gql/graphql';
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
  suggestions: SensitiveFieldsQuery['search']['edges'];
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
          {suggestions.map(({ node: { node } }) =>
            node.__typename === 'Field' ? (
              <li key={node.id}>
                <Link href={`${base}${encodeURIComponent(node.id)}`}>
                  <PersonalMark kind={node.personalInfo} />
                  <GradeChip grade={node.grade} />
                  <strong>{node.title || node.path}</strong>
                  <span>
                    {node.dataset.title}
                    {node.dataset.provider && ` · ${node.dataset.provider.shortName}`}
                  </span>
                  <small>{t('downstream', { count: node.downstreamCount })}</small>
                </Link>
              </li>
            ) : null,
          )}
        </ul>
      </section>
    </div>
  );
}
