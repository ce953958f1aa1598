import { useFormatter, useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import { Validity } from '@/ui/Validity';
import type { Access } from './group-accesses';

/** The authorisation that the calls named: until when it holds, what for, and how it stands now. */
export function AuthorizationFacts({ grant }: { grant: Access['authorization'] }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  if (!grant) return <p>{t('noAuthorization')}</p>;
  const day = (text: string) => format.dateTime(new Date(text), 'day');
  return (
    <>
      <p>
        <code>{grant.code}</code> {day(grant.validFrom)} – {day(grant.validTo)}
      </p>
      <p className={page.small}>
        {t('nowIs')} <Validity valid={grant.valid} state={grant.state} /> · {grant.purpose}
      </p>
    </>
  );
}
