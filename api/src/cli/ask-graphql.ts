import { z } from 'zod';

const Answer = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** The data of one GraphQL question, parsed. Throws what the API says, or that nothing answers. */
export async function askGraphQL<T extends z.ZodType>(
  api: string,
  query: string,
  variables: object,
  shape: T,
): Promise<z.output<T>> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  };
  const response = await fetch(`${api}/graphql`, request).catch((cause: unknown) => {
    throw new Error(`nothing answers at ${new URL(api).origin}`, { cause });
  });
  const text = await response.text();
  const answer = Answer.safeParse(parseJson(text));
  if (!answer.success) throw new Error(`the API answered ${response.status}: ${text.slice(0, 200)}`);
  const { data, errors } = answer.data;
  if (errors) throw new Error(errors.map((e) => e.message).join('\n'));
  return shape.parse(data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
