import { Failed } from './Failed';
import { Unavailable } from './Unavailable';

type Fault = { state: 'unavailable' } | { state: 'failed'; message: string; requestId: string | null };

/** The page of a question that got no answer. */
export function Faulty({ fault }: { fault: Fault }) {
  if (fault.state === 'unavailable') return <Unavailable />;
  return <Failed message={fault.message} requestId={fault.requestId} />;
}
