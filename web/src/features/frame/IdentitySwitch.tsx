'use client';

import { CheckOutlined, DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import { ACCOUNT_COOKIE } from '@/lib/api/account';
import type { FrameQuery } from '@/lib/api/gql/graphql';
import { useRouter } from '@/lib/i18n/navigation';
import styles from './identity.module.css';
import { identityGroups, nameParts } from './identity-groups';

interface Props {
  accounts: FrameQuery['accounts'];
  current: FrameQuery['viewer'];
}

/** Who one is, and in the demonstration who else one may be; the choice is kept in a cookie and everything is asked anew. */
export function IdentitySwitch({ accounts, current }: Props) {
  const t = useTranslations('frame.account');
  const router = useRouter();
  const client = useQueryClient();
  const panel = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [pending, start] = useTransition();
  const groups = identityGroups(accounts, text, (role) => t(`role.${role}`));
  const { post } = nameParts(current.account.name);

  const choose = (code: string) => {
    panel.current?.hidePopover();
    if (code === current.account.code) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
    document.cookie = `${ACCOUNT_COOKIE}=${encodeURIComponent(code)}; path=/; max-age=31536000; samesite=lax`;
    start(() => {
      client.clear();
      router.refresh();
    });
  };
  /** Arrows walk over the identities, from the words typed as well. */
  const walk = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('[data-code]') ?? [])];
    if (all.length === 0) return;
    event.preventDefault();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? all.length - 1 : at - 1;
    all[(next + all.length) % all.length]?.focus();
  };
  return (
    <>
      <button
        type="button"
        className={styles.who}
        popoverTarget="identities"
        aria-haspopup="dialog"
        aria-label={t('current', {
          name: current.account.name,
          role: t(`role.${current.role}`),
          department: current.department.shortName,
        })}
        aria-busy={pending}
        data-role={current.role}
      >
        <span className={styles.face} aria-hidden="true">
          {post.slice(0, 1)}
        </span>
        <span className={styles.name} aria-hidden="true">
          <strong>{post}</strong>
          <small>
            {current.department.shortName}
            {post !== t(`role.${current.role}`) && ` · ${t(`role.${current.role}`)}`}
          </small>
        </span>
        <DownOutlined aria-hidden="true" className={styles.down} />
      </button>
      <div
        ref={panel}
        id="identities"
        popover="auto"
        role="dialog"
        aria-label={t('label')}
        className={styles.panel}
        onKeyDown={walk}
        onToggle={(event) => {
          if (event.newState === 'open') find.current?.focus();
          else setText('');
        }}
      >
        <p className={styles.note}>{t('note')}</p>
        <input
          ref={find}
          className={styles.find}
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const first = groups[0]?.accounts[0];
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && text.trim() && first) {
              choose(first.code);
            }
          }}
        />
        <div className={styles.groups}>
          {groups.length === 0 && <p className={styles.note}>{t('nobody')}</p>}
          {groups.map((group) => (
            <section key={group.role} aria-label={t(`role.${group.role}`)}>
              <h3>{t(`role.${group.role}`)}</h3>
              <ul>
                {group.accounts.map(({ code, name }) => (
                  <li key={code}>
                    <button
                      type="button"
                      data-code={code}
                      aria-pressed={code === current.account.code}
                      onClick={() => choose(code)}
                    >
                      <span>{name}</span>
                      {code === current.account.code && <CheckOutlined aria-hidden="true" />}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
