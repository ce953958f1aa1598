// What the API does while its Neo4j is stopped for a while: asked the same question again and again.
const EVERY_MS = 500;
const LIMIT_MS = 15_000;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const FIELD = `query($namespace: String!, $name: String!) {
  dataset(namespace: $namespace, name: $name) { fields { id } } }`;
const IMPACT = `query($id: ID!) { impact(id: $id) {
  fieldCount completeness { complete ageSeconds snapshotVersion } } }`;
const WRITE = `mutation($id: ID!) { fileGrade(input: { id: $id, grade: L3, reason: "outage" }) {
  __typename ... on Error { message } } }`;

/** One GraphQL question; what went wrong is its code. */
export async function ask(api, query, variables) {
  const response = await fetch(`${api}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const { data, errors } = await response.json();
  return { data, codes: (errors ?? []).map((error) => error.extensions?.code) };
}

/** The id of the first field of a dataset. */
export async function firstField(api, namespace, name) {
  const { data } = await ask(api, FIELD, { namespace, name });
  return data.dataset.fields[0].id;
}

/**
 * Stops the database, asks for so long, starts it again and waits until writes are taken again. Answers are counted
 * as the same when they have the numbers of before and say a greater age each time.
 */
export async function watchOutage({ api, id, seconds, stop, start }) {
  const impact = async () => {
    const since = performance.now();
    const { data } = await ask(api, IMPACT, { id });
    return { ...data?.impact, ms: performance.now() - since };
  };
  const before = await impact();
  await stop();
  const found = { asked: 0, same: 0, oldest: 0, slowestMs: 0, writes: 0, writesUnavailable: 0 };
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const { fieldCount, completeness, ms } = await impact();
    found.asked++;
    const same = fieldCount === before.fieldCount && completeness?.complete === true;
    if (same && completeness.ageSeconds > found.oldest) found.same++;
    found.oldest = Math.max(found.oldest, completeness?.ageSeconds ?? 0);
    found.slowestMs = Math.max(found.slowestMs, Math.round(ms));
    const { codes } = await ask(api, WRITE, { id });
    found.writes++;
    if (codes.join() === 'UNAVAILABLE') found.writesUnavailable++;
    await sleep(EVERY_MS);
  }
  await start();
  const started = Date.now();
  for (;;) {
    const { data, codes } = await ask(api, WRITE, { id });
    if (codes.length === 0 && data.fileGrade.__typename === 'FileGradeSuccess') break;
    if (Date.now() - started > 60_000) throw new Error(`writes are not taken again: ${codes.join()}`);
    await sleep(EVERY_MS);
  }
  return { ...found, recoveredMs: Date.now() - started };
}
