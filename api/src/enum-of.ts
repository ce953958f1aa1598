import { builder } from './builder.js';

/** An enum of the schema from its values and what each means; `satisfies Record<X, string>` at the call keeps it equal to the model. */
export function enumOf<V extends string>(name: string, description: string, meanings: Record<V, string>) {
  const values = Object.fromEntries(
    Object.entries<string>(meanings).map(([value, meaning]) => [
      value,
      { value: value as V, description: meaning },
    ]),
  ) as Record<V, { value: V; description: string }>;
  return builder.enumType(name, { description, values });
}
