const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The fields of `values` that differ from `base`. */
export function changesOf<Values extends object>(values: Values, base: Values): Partial<Values> {
  const keys = Object.keys(values) as (keyof Values)[];
  return Object.fromEntries(keys.filter((key) => !same(values[key], base[key])).map((key) => [key, values[key]])) as Partial<Values>;
}
