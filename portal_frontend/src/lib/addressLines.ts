interface Address {
  street: string | null;
  postalCode: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
}

/** A postal address as lines, the country by its name in the reader's language. */
export function addressLines({ street, postalCode, city, region, country }: Address, locale: string): string[] {
  const place = [postalCode, city].filter(Boolean).join(" ");
  const land = country && new Intl.DisplayNames(locale, { type: "region" }).of(country);
  return [street, place, region, land].filter((line): line is string => Boolean(line));
}
