'use client';

import { theme as antdTheme, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useState } from 'react';
import type { ThemeMode } from '@/lib/theme-mode';
import { AntdStyles } from './antd-styles';
import { dark, FONT_STACK, light, type Palette } from './tokens';

const themeOf = (palette: Palette, algorithm: ThemeConfig['algorithm']): ThemeConfig => ({
  algorithm,
  // Words on the accent: white by day, the dark of a box at night, where the accent is light.
  components: { Button: { primaryColor: palette.box } },
  token: {
    colorPrimary: palette.path,
    colorInfo: palette.path,
    colorLink: palette.path,
    colorText: palette.text,
    colorTextSecondary: palette.sub,
    colorTextTertiary: palette.sub,
    colorTextDescription: palette.sub,
    colorTextPlaceholder: palette.sub,
    colorBorder: palette.border,
    colorBorderSecondary: palette.rule,
    colorBgLayout: palette.canvas,
    colorBgContainer: palette.box,
    colorBgElevated: palette.box,
    fontFamily: FONT_STACK,
    fontSize: 14,
    borderRadius: 6,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
});
const themes: Record<ThemeMode, ThemeConfig> = {
  light: themeOf(light, antdTheme.defaultAlgorithm),
  dark: themeOf(dark, antdTheme.darkAlgorithm),
};

interface Props {
  locale: 'zh-CN' | 'en';
  mode: ThemeMode;
  nonce: string | undefined;
  children: ReactNode;
}

/** Ant Design in our tokens, the page's language and mode. */
export function Theme({ locale, mode, nonce: given, children }: Props) {
  // The nonce of the document: a later answer of the server carries another, which this document does not know.
  const [nonce] = useState(given);
  return (
    <AntdStyles nonce={nonce}>
      <ConfigProvider
        theme={themes[mode]}
        locale={locale === 'en' ? enUS : zhCN}
        csp={nonce ? { nonce } : undefined}
      >
        {children}
      </ConfigProvider>
    </AntdStyles>
  );
}
