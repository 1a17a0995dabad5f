import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { LANGUAGE_NAMES, LOCALES, toApi } from "../../i18n/languages.ts";
import { tell } from "../../ui/tell.tsx";
import type { PermissionSet, Role } from "../generated/graphql";
import { useViewer } from "../session/session.ts";
import { InviteStaffMutation } from "./documents.ts";
import { RightsFields } from "./RightsFields.tsx";

/** Invites a colleague by e-mail (TEAM-5). */
export function InviteForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const send = useSend();
  const viewer = useViewer();
  const form = useSaveForm({
    initialValues: {
      email: "",
      firstName: "",
      lastName: "",
      role: "EMPLOYEE" as Role,
      permissionSet: "EXECUTIVE" as PermissionSet,
      defaultAccess: false,
      language: viewer.firm.language,
    },
    validate: {
      email: (value) => (value.trim() ? null : t`Enter an e-mail address.`),
      firstName: (value) => (value.trim() ? null : t`Enter the first name.`),
      lastName: (value) => (value.trim() ? null : t`Enter the last name.`),
    },
    async save(input) {
      const { inviteStaff } = await send(InviteStaffMutation, { input: { ...input, email: input.email.trim() } });
      const { name } = inviteStaff.staffMember;
      tell(t`The invitation of ${name} is on its way.`);
      onDone();
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={t`Send invitation`}
      actions={
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <TextInput
        type="email"
        label={t`E-mail address`}
        description={t`The link goes here; it becomes the login.`}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        {...form.field("email")}
      />
      <Group grow align="flex-start">
        <TextInput label={t`First name`} autoComplete="off" {...form.field("firstName")} />
        <TextInput label={t`Last name`} autoComplete="off" {...form.field("lastName")} />
      </Group>
      <RightsFields field={form.field} role={form.form.values.role} offersOwner={viewer.role === "OWNER"} />
      <NativeSelect
        label={t`Language`}
        description={t`Of the invitation and of the screens; your colleague can change it.`}
        data={LOCALES.map((locale) => ({ value: toApi(locale), label: LANGUAGE_NAMES[locale] }))}
        {...form.field("language")}
      />
    </FormShell>
  );
}
