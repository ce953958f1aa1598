import { getFormatter, getTranslations } from 'next-intl/server';
import { answer } from '@/lib/api/answer';
import { IndexAgeDocument } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import { ageText } from '@/lib/format/age';

const HOUR_MS = 3_600_000;

/** When the index that answers was built and how long ago that is; nothing when it cannot be told. */
export async function IndexAge() {
  const asked = await answer(query(IndexAgeDocument));
  if (asked.state !== 'ready') return null;
  const { builtAt } = asked.data.health.index;
  const t = await getTranslations('impact.trust');
  const age = await getTranslations('format.age');
  const format = await getFormatter();
  const hours = Math.max(0, Date.now() - Date.parse(builtAt)) / HOUR_MS;
  return t('indexAge', {
    time: format.dateTime(new Date(builtAt), 'minute'),
    age: age('ago', { age: ageText(age, hours) }),
  });
}
