import {
  AsYouType,
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";

export interface DialCountry {
  country: CountryCode;
  dial: string;
  name: string;
}

/** Every country one can call, by its name in the reader's language. */
export function dialCountries(locale: string): DialCountry[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const byName = new Intl.Collator(locale);
  return getCountries()
    .map((country) => ({ country, dial: `+${getCountryCallingCode(country)}`, name: names.of(country) ?? country }))
    .toSorted((one, other) => byName.compare(one.name, other.name));
}

/** An E.164 number as people write it abroad: "+34 612 34 56 78". */
export const formatPhone = (e164: string) => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;

export const isPossiblePhone = (typed: string, country: string) =>
  isSupportedCountry(country) && (parsePhoneNumberFromString(typed, country)?.isPossible() ?? false);

/** Spaces set while typing. */
export const typedPhone = (typed: string, country: string) =>
  isSupportedCountry(country) ? new AsYouType(country).input(typed) : typed;
