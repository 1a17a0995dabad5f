/** Days as people list them: "3, 10, 25". */
export const textOf = (days: readonly number[]) => days.join(", ");

/** The days of a list somebody typed, each once and in order; null when something in it is no number of days. */
export function daysOf(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/u).filter(Boolean);
  if (!parts.every((part) => /^\d{1,3}$/u.test(part))) return null;
  return [...new Set(parts.map(Number))].toSorted((one, other) => one - other);
}
