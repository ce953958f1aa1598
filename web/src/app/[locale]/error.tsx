'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Failed } from '@/ui/Failed';

/** A fault of our own: its digest finds it in the server's log. */
export default function Fault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return <Failed message={error.message} requestId={error.digest ?? null} onRetry={again} />;
}
