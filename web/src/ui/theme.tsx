'use client';

import { ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { AntdStyles } from './antd-styles';
import { FONT_STACK, light } from './tokens';

const theme: ThemeConfig = {
  token: {
    colorPrimary: light.path,
    colorInfo: light.path,
    colorLink: light.path,
    colorText: light.text,
    colorTextSecondary: light.sub,
    colorTextTertiary: light.sub,
    colorTextDescription: light.sub,
    colorTextPlaceholder: light.sub,
    colorBorder: light.border,
    colorBorderSecondary: light.rule,
    colorBgLayout: light.canvas,
    fontFamily: FONT_STACK,
    fontSize: 14,
    borderRadius: 6,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
};

interface Props {
  locale: 'zh-CN' | 'en';
  nonce: string | undefined;
  children: ReactNode;
}

/** Ant Design in our tokens and the page's language. */
export function Theme({ locale, nonce, children }: Props) {
  return (
    <AntdStyles nonce={nonce}>
      <ConfigProvider
        theme={theme}
        locale={locale === 'en' ? enUS : zhCN}
        csp={nonce ? { nonce } : undefined}
      >
        {children}
      </ConfigProvider>
    </AntdStyles>
  );
}
