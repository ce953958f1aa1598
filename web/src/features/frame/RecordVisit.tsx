'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { usePathname } from '@/lib/i18n/navigation';
import { readVisits, visitOf, withVisit, writeVisits } from './recent';

/** Remembers the thing that the page is about, for the search to offer again. */
export function RecordVisit({ account }: { account: string }) {
  const path = usePathname();
  const params = useSearchParams();
  useEffect(() => {
    const visit = visitOf(path, new URLSearchParams(params));
    if (visit) writeVisits(account, withVisit(readVisits(account), visit));
  }, [account, path, params]);
  return null;
}
