'use client';

import { Failed } from '@/ui/Failed';

/** A fault of our own: its digest finds it in the server's log. */
export default function Fault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed message={error.message} requestId={error.digest ?? null} onRetry={reset} />;
}
