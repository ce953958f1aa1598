import type messages from '../../../messages/zh-CN.json';
import type { formats } from './formats';
import type { Locale } from './routing';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Formats: typeof formats;
    Messages: typeof messages;
  }
}
