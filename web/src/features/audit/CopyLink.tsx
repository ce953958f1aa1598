'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** Copies the address of the answer; opened again it asks the same question of the same days. */
export function CopyLink() {
  const t = useTranslations('audit');
  const [said, setSaid] = useState<'share' | 'shared' | 'shareFailed'>('share');
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => setSaid('shared'),
      () => setSaid('shareFailed'),
    );
  return (
    <button type="button" onClick={copy} aria-live="polite">
      {t(said)}
    </button>
  );
}
