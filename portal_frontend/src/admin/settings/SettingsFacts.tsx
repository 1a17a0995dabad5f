import { useLingui } from "@lingui/react/macro";
import { useFormats } from "../../i18n/formats.ts";
import { fromApi, LANGUAGE_NAMES } from "../../i18n/languages.ts";
import { useLanguage } from "../../i18n/LanguageProvider.tsx";
import { addressLines } from "../../lib/addressLines.ts";
import { formatPhone } from "../../lib/phone.ts";
import type { FirmSettingsFragment } from "../generated/graphql";
import { Section } from "./Section.tsx";
import classes from "./settings.module.css";

/** The settings for who may only read them. */
export function SettingsFacts({ firm }: { firm: FirmSettingsFragment }) {
  const { t } = useLingui();
  const { locale } = useLanguage();
  const { list, number } = useFormats();
  const facts: [string, string | null][] = [
    [t`Name`, firm.name],
    [t`E-mail address`, firm.email],
    [t`Phone`, firm.phone && formatPhone(firm.phone)],
    [t`Website`, firm.website],
    [t`Address`, firm.address && addressLines(firm.address, locale).join(", ")],
    [t`Language`, LANGUAGE_NAMES[fromApi(firm.language)]],
    [t`Time zone`, firm.timeZone.replaceAll("_", " ")],
    [t`Days an invitation of a client works`, number(firm.clientInvitationDays)],
    [t`Days an invitation of a colleague works`, number(firm.staffInvitationDays)],
    [t`Reminders on days`, list(firm.reminderDays.map(number))],
    [t`Tell people when their access ends`, firm.tellOnAccessRemoved ? t`Yes` : t`No`],
    [t`Allow accounts without contacts`, firm.allowAccountsWithoutContacts ? t`Yes` : t`No`],
  ];
  return (
    <Section title={t`The firm`}>
      <dl className={classes.facts}>
        {facts
          .filter(([, fact]) => fact)
          .map(([name, fact]) => (
            <div key={name} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
