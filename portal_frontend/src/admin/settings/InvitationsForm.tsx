import { useLingui } from "@lingui/react/macro";
import { Group, NumberInput, Switch, TextInput } from "@mantine/core";
import { FormShell } from "../../forms/FormShell.tsx";
import type { FirmSettingsFragment } from "../generated/graphql";
import { daysOf, textOf } from "./reminderDays.ts";
import { type FirmFormProps, useFirmForm } from "./useFirmForm.ts";

const read = (firm: FirmSettingsFragment) => ({
  clientInvitationDays: firm.clientInvitationDays as number | string,
  staffInvitationDays: firm.staffInvitationDays as number | string,
  reminderDays: textOf(firm.reminderDays),
  allowAccountsWithoutContacts: firm.allowAccountsWithoutContacts,
  tellOnAccessRemoved: firm.tellOnAccessRemoved,
});

type Values = ReturnType<typeof read>;

function write({ reminderDays, clientInvitationDays, staffInvitationDays, ...switches }: Partial<Values>) {
  return {
    ...switches,
    ...(clientInvitationDays !== undefined && { clientInvitationDays: Number(clientInvitationDays) }),
    ...(staffInvitationDays !== undefined && { staffInvitationDays: Number(staffInvitationDays) }),
    ...(reminderDays !== undefined && { reminderDays: daysOf(reminderDays) ?? [] }),
  };
}

const pathOf = (field: string) => field.replace(/^reminderDays\..*$/u, "reminderDays");

export function InvitationsForm(props: FirmFormProps) {
  const { t } = useLingui();
  const needsNumber = (value: number | string) => (value === "" ? t`Enter a number of days.` : null);
  const form = useFirmForm({
    ...props,
    read,
    write,
    pathOf,
    validate: {
      clientInvitationDays: needsNumber,
      staffInvitationDays: needsNumber,
      reminderDays: (value) => (daysOf(value) ? null : t`Enter whole numbers with commas between them, such as 3, 10, 25.`),
    },
  });
  const days = { min: 1, allowDecimal: false, allowNegative: false, clampBehavior: "none" as const };
  return (
    <FormShell form={form} submitLabel={t`Save`} name={t`Accounts and invitations`}>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <NumberInput
          label={t`Days an invitation of a client works`}
          miw={200}
          {...days}
          {...form.field("clientInvitationDays")}
        />
        <NumberInput
          label={t`Days an invitation of a colleague works`}
          miw={200}
          {...days}
          {...form.field("staffInvitationDays")}
        />
      </Group>
      <TextInput
        label={t`Reminders`}
        description={t`On which days after an invitation a client who has not come yet is reminded. Empty: never.`}
        inputMode="numeric"
        {...form.field("reminderDays")}
      />
      <Switch
        label={t`Tell people when their access ends`}
        description={t`They get an e-mail when their login to an account is turned off.`}
        {...form.field("tellOnAccessRemoved", { type: "checkbox" })}
      />
      <Switch
        label={t`Allow accounts without contacts`}
        description={t`Otherwise every new account needs at least one contact.`}
        {...form.field("allowAccountsWithoutContacts", { type: "checkbox" })}
      />
    </FormShell>
  );
}
