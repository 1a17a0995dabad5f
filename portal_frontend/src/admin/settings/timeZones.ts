export interface ZoneOption {
  value: string;
  label: string;
}

/** Every time zone by its place, with what it is ahead of UTC today: "Europe / Madrid · GMT+1". */
export function timeZones(locale: string, current: string, now = new Date()): ZoneOption[] {
  const known = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  known.add(current);
  return [...known]
    .filter((zone) => zone === "UTC" || zone.includes("/"))
    .toSorted()
    .map((zone) => ({ value: zone, label: `${placeOf(zone)} · ${offsetOf(zone, locale, now)}` }));
}

const placeOf = (zone: string) => zone.replaceAll("_", " ").replaceAll("/", " / ");

function offsetOf(timeZone: string, locale: string, now: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "shortOffset" }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
