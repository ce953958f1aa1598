'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import { ChooseFile } from './ChooseFile';
import { ImportProgress } from './ImportProgress';
import { ImportReport } from './ImportReport';
import styles from './import.module.css';
import { isBusy } from './import-job';
import { useImport } from './use-import';

/** Registration by file: choose, see what it would do, accept or not, see what was done. */
export function Import({ token }: { token: string | null }) {
  const t = useTranslations('import');
  const { step, refusal, send, accept, leave } = useImport(token);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub}>{t('sub')}</span>
        <Link href={paths.admin()} className={styles.back}>
          {t('back')}
        </Link>
      </header>
      <div className={page.stack}>
        {refusal && (
          <p role="alert" className={styles.refusal}>
            {t(`refusal.${refusal}`)}
          </p>
        )}
        {step.at === 'CHOOSE' && <ChooseFile onChoose={send} />}
        {step.at === 'SENDING' && <ImportProgress fileName={step.fileName} share={step.share} />}
        {step.at === 'FOLLOWING' && <ImportProgress fileName="" share={1} />}
        {step.at === 'SEEN' &&
          (isBusy(step.job) ? (
            <ImportProgress fileName={step.job.fileName} share={1} job={step.job} />
          ) : (
            <ImportReport
              job={step.job}
              onAccept={(keepGood) => accept(step.job, keepGood)}
              onLeave={() => leave(step.job)}
            />
          ))}
      </div>
    </div>
  );
}
