import { getCountries } from "libphonenumber-js/min";

/** Every country as the option of a select, by its name in the reader's language. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const byName = new Intl.Collator(locale);
  return getCountries()
    .filter((country) => country !== "AC" && country !== "TA")
    .map((country) => ({ value: country as string, label: names.of(country) ?? country }))
    .toSorted((one, other) => byName.compare(one.label, other.label));
}

const HOMES = { EN: "GB", ES: "ES", RO: "RO", DE: "DE" };

/** Where most people of a firm live, to start with where nothing is known: its own country, else its language's. */
export function countryOf(firm: { language: keyof typeof HOMES; address?: { country?: string | null } | null }): string {
  return firm.address?.country ?? HOMES[firm.language];
}
