import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Text, TextInput } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useVersionedForm } from "../../forms/useVersionedForm.ts";
import { tell } from "../../ui/tell.tsx";
import type { ColleagueRowFragment } from "../generated/graphql";
import { useViewer } from "../session/session.ts";
import { UpdateStaffMutation } from "./documents.ts";
import { RightsFields } from "./RightsFields.tsx";

interface EditFormProps {
  colleague: ColleagueRowFragment;
  reload: () => void;
  onDone: () => void;
}

const versioned = ({ version, firstName, lastName, role, permissionSet, defaultAccess }: ColleagueRowFragment) => ({
  version,
  values: { firstName, lastName, role, permissionSet, defaultAccess },
});

/** Changes a colleague; takes effect on that person's next request. */
export function EditForm({ colleague, reload, onDone }: EditFormProps) {
  const { t } = useLingui();
  const send = useSend();
  const viewer = useViewer();
  const { id, email } = colleague;
  const form = useVersionedForm({
    current: versioned(colleague),
    reload,
    validate: {
      firstName: (value) => (value.trim() ? null : t`Enter the first name.`),
      lastName: (value) => (value.trim() ? null : t`Enter the last name.`),
    },
    async send(version, changes) {
      const { updateStaff } = await send(UpdateStaffMutation, { input: { id, version, ...changes } });
      const { name } = updateStaff.staffMember;
      tell(t`${name} is saved.`);
      onDone();
      return versioned(updateStaff.staffMember);
    },
  });
  const offersOwner = viewer.role === "OWNER" || colleague.role === "OWNER";
  return (
    <FormShell
      form={form}
      submitLabel={t`Save`}
      actions={
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {email}
      </Text>
      <Group grow align="flex-start">
        <TextInput label={t`First name`} autoComplete="off" data-autofocus {...form.field("firstName")} />
        <TextInput label={t`Last name`} autoComplete="off" {...form.field("lastName")} />
      </Group>
      <RightsFields field={form.field} role={form.form.values.role} offersOwner={offersOwner} />
    </FormShell>
  );
}
