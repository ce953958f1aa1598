import '@fontsource-variable/noto-sans-sc';
import '@/ui/global.css';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Frame } from '@/features/frame/Frame';
import { answer } from '@/lib/api/answer';
import { FrameDocument } from '@/lib/api/gql/graphql';
import { QueryProvider } from '@/lib/api/query-provider';
import { query } from '@/lib/api/server';
import { routing } from '@/lib/i18n/routing';
import { THEME_COOKIE, themeModeOf } from '@/lib/theme-mode';
import { cssVariables } from '@/ui/css-variables';
import { Theme } from '@/ui/theme';

interface Props {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return { title: { default: t('title'), template: `%s · ${t('brand')}` } };
}

export default async function Layout({ params, children }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const mode = themeModeOf((await cookies()).get(THEME_COOKIE)?.value);
  const frame = await answer(query(FrameDocument));
  return (
    <html lang={locale} data-theme={mode}>
      <head>
        <style
          nonce={nonce}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own tokens
          dangerouslySetInnerHTML={{ __html: cssVariables() }}
        />
        {/* Cytoscape writes this rule itself unless it is there; with a nonce it passes the content security policy. */}
        <style
          id="__________cytoscape_stylesheet"
          nonce={nonce}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: one fixed rule
          dangerouslySetInnerHTML={{ __html: '.__________cytoscape_container{position:relative}' }}
        />
      </head>
      <body>
        <NextIntlClientProvider>
          <QueryProvider>
            <Theme locale={locale} mode={mode} nonce={nonce}>
              <Frame data={frame.state === 'ready' ? frame.data : null} mode={mode}>
                {children}
              </Frame>
            </Theme>
          </QueryProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
