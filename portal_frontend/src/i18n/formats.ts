import { useMemo } from "react";
import { useLanguage } from "./LanguageProvider.tsx";

const DAY = 86_400_000;
const SPANS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", DAY],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** Dates, times, numbers and lists as a reader of the locale expects them; times in the firm's zone. */
export function makeFormats(locale: string, timeZone?: string) {
  const readersZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zoneName = timeZone && timeZone !== readersZone ? ("short" as const) : undefined;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const shortDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone });
  const nearDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    ...(zoneName && { timeZoneName: zoneName }),
  });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    ...(zoneName && { timeZoneName: zoneName }),
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const collator = new Intl.Collator(locale, { sensitivity: "base", numeric: true });

  return {
    /** 3 May 2026 in full: "3 de mayo de 2026". */
    date: (iso: string) => day.format(new Date(iso)),
    shortDate: (iso: string) => shortDay.format(new Date(iso)),
    /** "3 May", never broken over two lines; with the year where it is not this one. */
    nearDate: (iso: string, now: number = Date.now()) =>
      (new Date(iso).getUTCFullYear() === new Date(now).getUTCFullYear() ? nearDay : shortDay)
        .format(new Date(iso))
        .replaceAll(" ", "\u00a0"),
    /** Day and time; the zone is shown when the reader's differs from the firm's. */
    dateTime: (iso: string) => moment.format(new Date(iso)),
    /** The time alone, where the day is said already. */
    time: (iso: string) => clock.format(new Date(iso)),
    /** "yesterday", "5 minutes ago"; the date itself beyond a week. */
    ago(iso: string, now: number = Date.now()): string {
      const past = new Date(iso).getTime() - now;
      if (Math.abs(past) >= 7 * DAY) return shortDay.format(new Date(iso));
      const [unit, span] = SPANS.find(([, length]) => Math.abs(past) >= length) ?? (["minute", 60_000] as const);
      return relative.format(Math.round(past / span), unit);
    },
    number: (value: number) => number.format(value),
    list: (items: string[]) => list.format(items),
    compare: collator.compare,
  };
}

export type Formats = ReturnType<typeof makeFormats>;

/** The reader's own region of the language, if the browser knows one: "en-GB" writes dates otherwise than "en". */
const regional = (locale: string) => navigator.languages.find((tag) => tag.split("-")[0] === locale) ?? locale;

export function useFormats(timeZone?: string): Formats {
  const { locale } = useLanguage();
  return useMemo(() => makeFormats(regional(locale), timeZone), [locale, timeZone]);
}
