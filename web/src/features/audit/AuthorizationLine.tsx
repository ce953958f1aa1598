import { useFormatter, useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import styles from './audit.module.css';

interface Props {
  access: {
    authorization: { code: string; validFrom: string; validTo: string; purpose: string } | null;
    authorizedThroughout: boolean;
  };
}

/** The authorisation under which was read, and whether it covered the day of every call. */
export function AuthorizationLine({ access }: Props) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const grant = access.authorization;
  return (
    <div>
      <dt>{t('authorization')}</dt>
      <dd>
        {grant ? <code>{grant.code}</code> : t('noAuthorization')}{' '}
        <span className={access.authorizedThroughout ? styles.good : styles.warning}>
          {access.authorizedThroughout ? `✓ ${t('covered')}` : `✕ ${t('notCovered')}`}
        </span>
        {grant && (
          <p className={page.small}>
            {format.dateTime(new Date(grant.validFrom), 'day')} –{' '}
            {format.dateTime(new Date(grant.validTo), 'day')} · {grant.purpose}
          </p>
        )}
      </dd>
    </div>
  );
}
