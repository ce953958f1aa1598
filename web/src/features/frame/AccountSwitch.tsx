'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { ACCOUNT_COOKIE } from '@/lib/api/account';
import type { FrameQuery } from '@/lib/api/gql/graphql';
import { useRouter } from '@/lib/i18n/navigation';
import styles from './frame.module.css';

interface Props {
  accounts: FrameQuery['accounts'];
  current: FrameQuery['viewer'];
}

/** Chooses who one is in the demonstration; the choice is kept in a cookie and everything is asked anew. */
export function AccountSwitch({ accounts, current }: Props) {
  const t = useTranslations('frame.account');
  const router = useRouter();
  const client = useQueryClient();
  const [pending, start] = useTransition();
  const choose = (code: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
    document.cookie = `${ACCOUNT_COOKIE}=${encodeURIComponent(code)}; path=/; max-age=31536000; samesite=lax`;
    start(() => {
      client.clear();
      router.refresh();
    });
  };
  return (
    <div className={styles.who}>
      <Select
        aria-label={t('label')}
        value={current.account.code}
        loading={pending}
        onChange={choose}
        popupMatchSelectWidth={false}
        variant="borderless"
        options={accounts.map((account) => ({
          value: account.code,
          label: labelOf(account, t(`role.${account.role}`)),
        }))}
      />
    </div>
  );
}

/** Name and department, said once when the name already holds it; the role for names that hold neither. */
function labelOf(account: Props['accounts'][number], role: string): string {
  const department = account.department?.shortName ?? '';
  return account.name.includes(department) ? account.name : [account.name, department, role].join(' · ');
}
