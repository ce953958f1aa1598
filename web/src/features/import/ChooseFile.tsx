'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import page from '@/ui/page.module.css';
import styles from './import.module.css';
import { KINDS, type Kind } from './import-job';
import { templateHref } from './import-requests';

/** What is registered, the template for it, and the file: chosen, or dropped anywhere on the panel. */
export function ChooseFile({ onChoose }: { onChoose: (kind: Kind, file: File) => void }) {
  const t = useTranslations('import');
  const locale = useLocale();
  const [kind, setKind] = useState<Kind>('CATALOGUE');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onChoose(kind, file);
  };
  return (
    <section
      className={page.panel}
      aria-labelledby="choose"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={page.panelHead}>
        <h2 id="choose">{t('choose.title')}</h2>
      </div>
      <div className={`${page.panelBody} ${styles.choose}`}>
        <fieldset className={styles.kinds}>
          <legend>{t('choose.what')}</legend>
          {KINDS.map((value) => (
            <label key={value}>
              <input type="radio" name="kind" checked={kind === value} onChange={() => setKind(value)} />
              <span>
                <strong>{t(`kind.${value}`)}</strong>
                <span className={page.small}>{t(`kindHelp.${value}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p className={styles.template}>
          <a href={templateHref(kind, locale)} download>
            {t(`template.${kind}`)}
          </a>
          <span className={page.small}>{t('templateHelp')}</span>
        </p>
        <label className={styles.drop} data-over={over}>
          <strong>{t('choose.drop')}</strong>
          <span className={page.small}>{t('choose.limits')}</span>
          <input
            type="file"
            accept=".xlsx,.csv"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) onChoose(kind, file);
            }}
          />
        </label>
      </div>
    </section>
  );
}
