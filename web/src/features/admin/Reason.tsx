import { useTranslations } from 'next-intl';
import { splitReason } from './payload-lines';
import { reasonWords } from './reason-words';

/** Where in the event and what is wrong there, in the page's language when it is a known reason. */
export function Reason({ reason }: { reason: string }) {
  const t = useTranslations('admin.reason');
  const { path, message } = splitReason(reason);
  const words = reasonWords(message);
  return (
    <>
      {path && path !== 'event' && <code>{path}</code>} {words ? t(words.key, words.values) : message}
    </>
  );
}
