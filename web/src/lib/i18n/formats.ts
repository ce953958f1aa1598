import type { Formats } from 'next-intl';

/** Named date formats: a day, and a day with time. */
export const formats = {
  dateTime: {
    day: { year: 'numeric', month: '2-digit', day: '2-digit' },
    minute: {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    },
  },
} satisfies Formats;
