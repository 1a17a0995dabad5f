import { useLingui } from "@lingui/react/macro";
import { useFormats } from "../../../i18n/formats.ts";
import { fromApi, LANGUAGE_NAMES } from "../../../i18n/languages.ts";
import { useLanguage } from "../../../i18n/LanguageProvider.tsx";
import { formatPhone } from "../../../lib/phone.ts";
import { useToggleWords } from "../../../ui/toggles.tsx";
import { useRightWords } from "../../contacts/useRightWords.ts";
import { useAccountWords } from "../useAccountWords.ts";

export interface ChangeFacts {
  field: string;
  old?: string | null;
  new?: string | null;
}

export interface ChangeWords {
  label: string;
  old: string | null;
  new: string | null;
}

/** Fields that say nothing to a reader of the timeline. */
const UNSAID = new Set(["number", "phoneCountry", "lifecycle"]);

/** An address kept on one line ends with the code of its country. */
const withCountry = (line: string, locale: string) =>
  line.replace(/(?<=^|, )[A-Z]{2}$/u, (code) => new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code);

/** What changed from–to in the reader's words and in the order of the forms. What was on from the start is one line. */
export function useChangeWords(): (changes: readonly ChangeFacts[]) => ChangeWords[] {
  const { t } = useLingui();
  const account = useAccountWords();
  const toggles = useToggleWords();
  const rights = useRightWords();
  const formats = useFormats();
  const { locale } = useLanguage();
  const onOff: Record<string, string> = { true: t`on`, false: t`off` };
  const languages: Record<string, string> = Object.fromEntries(
    (["EN", "ES", "RO", "DE"] as const).flatMap((language) => [
      [language, LANGUAGE_NAMES[fromApi(language)]],
      [fromApi(language), LANGUAGE_NAMES[fromApi(language)]],
    ]),
  );
  const labels: Record<string, string> = {
    name: t`Account name`,
    type: t`Type`,
    companyName: t`Company name`,
    companyAddress: t`Company address`,
    category: t`Category`,
    stage: t`Stage`,
    staff: t`Staff`,
    tags: t`Tags`,
    firstName: t`First name`,
    lastName: t`Last name`,
    email: t`E-mail address`,
    phone: t`Phone`,
    address: t`Postal address`,
    language: t`Language`,
    login: toggles.login.label,
    notify: toggles.notify.label,
    sync: toggles.sync.label,
    commercial: rights.commercial.label,
    operational: rights.operational.label,
  };
  const values: Record<string, Record<string, string>> = {
    type: account.type,
    category: account.category,
    stage: account.stage,
    language: languages,
    login: onOff,
    notify: onOff,
    sync: onOff,
    commercial: onOff,
    operational: onOff,
  };
  const say = (field: string, value: string | null | undefined): string | null => {
    if (value === null || value === undefined || value === "") return null;
    if (field === "phone") return formatPhone(value);
    if (field === "address" || field === "companyAddress") return withCountry(value, locale);
    return values[field]?.[value] ?? value;
  };
  const order = Object.keys(labels);
  return (changes) => {
    const said = changes
      .filter(({ field }) => !UNSAID.has(field))
      .toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
    const isInitial = ({ field, old }: ChangeFacts) => values[field] === onOff && (old ?? null) === null;
    const on = said.filter((change) => isInitial(change) && change.new === "true").map(({ field }) => labels[field] ?? field);
    const rest = said
      .filter((change) => !isInitial(change))
      .map(({ field, old, new: next }) => ({ label: labels[field] ?? field, old: say(field, old), new: say(field, next) }));
    return on.length > 0 ? [{ label: t`On`, old: null, new: formats.list(on) }, ...rest] : rest;
  };
}
