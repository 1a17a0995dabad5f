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

/** The country of the firm's language, to start with where none is known. */
export const countryOf = (language: "EN" | "ES" | "RO" | "DE") => ({ EN: "GB", ES: "ES", RO: "RO", DE: "DE" })[language];

type AddressParts = {
  [Part in "street" | "postalCode" | "city" | "region" | "country"]?: string | null;
};

/** An address on one line; empty where nothing is known. */
export function addressLine(address: AddressParts | null | undefined, locale: string): string {
  if (!address) return "";
  const { street, postalCode, city, region, country } = address;
  const name = country && new Intl.DisplayNames(locale, { type: "region" }).of(country);
  return [street, [postalCode, city].filter(Boolean).join(" "), region, name].filter(Boolean).join(", ");
}
