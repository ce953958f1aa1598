'use client';

import { useLocale } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { type ImportJob, isBusy, type Kind } from './import-job';
import { acceptJob, cancelJob, ImportRefused, type Refusal, readJob, sendFile } from './import-requests';

const EVERY_MS = 600;

export type Step =
  | { at: 'CHOOSE' }
  | { at: 'SENDING'; fileName: string; share: number }
  | { at: 'FOLLOWING'; token: string }
  | { at: 'SEEN'; job: ImportJob };

/** The address names the file that is under way, so that a reload comes back to it. */
function tell(token: string | null): void {
  const url = new URL(window.location.href);
  if (token === null) url.searchParams.delete('job');
  else url.searchParams.set('job', token);
  window.history.replaceState(window.history.state, '', url);
}

/** One file from its choice to what was done with it. */
export function useImport(token: string | null) {
  const locale = useLocale();
  const [step, setStep] = useState<Step>(token === null ? { at: 'CHOOSE' } : { at: 'FOLLOWING', token });
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const refuse = useCallback((error: unknown) => {
    setRefusal(error instanceof ImportRefused ? error.refusal : 'failed');
    setStep({ at: 'CHOOSE' });
    tell(null);
  }, []);
  const see = useCallback((job: ImportJob) => {
    tell(job.token);
    setStep({ at: 'SEEN', job });
  }, []);

  const following =
    step.at === 'FOLLOWING' ? step.token : step.at === 'SEEN' && isBusy(step.job) ? step.job.token : null;
  useEffect(() => {
    if (following === null) return;
    let over = false;
    const look = async () => {
      try {
        const job = await readJob(following, locale);
        if (over) return;
        see(job);
        if (isBusy(job)) timer = setTimeout(look, EVERY_MS);
      } catch (error) {
        if (!over) refuse(error);
      }
    };
    let timer = setTimeout(look, 0);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [following, locale, see, refuse]);

  return {
    step,
    refusal,
    async send(kind: Kind, file: File) {
      setRefusal(null);
      const fileName = file.name;
      setStep({ at: 'SENDING', fileName, share: 0 });
      try {
        see(await sendFile(kind, file, locale, (share) => setStep({ at: 'SENDING', fileName, share })));
      } catch (error) {
        refuse(error);
      }
    },
    async accept(job: ImportJob, keepGood: boolean) {
      try {
        see(await acceptJob(job.token, keepGood, locale));
      } catch (error) {
        refuse(error);
      }
    },
    leave(job: ImportJob) {
      setRefusal(null);
      setStep({ at: 'CHOOSE' });
      tell(null);
      if (job.state !== 'WRITTEN') void cancelJob(job.token).catch(() => {});
    },
  };
}
