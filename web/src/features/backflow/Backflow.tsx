import { useLocale, useTranslations } from 'next-intl';
import { Empty } from '@/ui/Empty';
import { FileLinks } from '@/ui/FileLinks';
import page from '@/ui/page.module.css';
import styles from './backflow.module.css';
import type { BackflowParams } from './backflow-params';
import { ClosureTable } from './ClosureTable';
import { LoopPicture } from './LoopPicture';
import { AllSentence, UnitSentence } from './Sentences';
import { type Closure, isGrassRoots, sortUnits } from './units';

interface Props {
  params: BackflowParams;
  rows: Closure[];
  /** Code of the viewer's department. */
  own: string;
}

/** Does what was reported come back: in a sentence, as a loop, as a table with the links of each unit. */
export function Backflow({ params, rows, own }: Props) {
  const t = useTranslations('backflow');
  const locale = useLocale();
  const units = rows.filter(isGrassRoots);
  const others = rows.filter((row) => !isGrassRoots(row));
  const mine = units.find((row) => row.department.code === own);
  const asked = params.unit ?? mine?.department.code;
  const chosen = rows.find((row) => row.department.code === asked);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub}>{t('sub')}</span>
        <span className={styles.exports}>
          {t('export')}
          <FileLinks
            href={(kind) => `/export/backflow.${kind}?locale=${locale}`}
            name={(kind) => t(`exportAs.${kind}`)}
          />
        </span>
      </header>
      {rows.length === 0 ? (
        <section className={page.panel}>
          <Empty title={t('nothing')}>{t('nothingHelp')}</Empty>
        </section>
      ) : (
        <div className={page.stack}>
          <section className={`${page.panel} ${styles.sentence}`} aria-label={t('inShort')}>
            {chosen ? (
              <UnitSentence row={chosen} own={chosen === mine} params={params} />
            ) : (
              <AllSentence rows={units} params={params} />
            )}
          </section>
          <LoopPicture
            units={sortUnits(units, 'NAME', 'asc')}
            others={others}
            chosen={chosen?.department.code}
            params={params}
          />
          <ClosureTable
            rows={[
              ...sortUnits(units, params.sort, params.dir, mine?.department.code),
              ...sortUnits(others, params.sort, params.dir),
            ]}
            own={mine?.department.code}
            chosen={chosen?.department.code}
            params={params}
          />
        </div>
      )}
    </div>
  );
}
