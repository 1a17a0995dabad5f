import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconInfoCircle, IconUserCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useClient } from "urql";
import type { ApiError } from "../../api/errors.ts";
import type { FieldOf } from "../../forms/fields.ts";
import { useIsNarrow } from "../../table/useIsNarrow.ts";
import { AccessFields } from "./AccessFields.tsx";
import { ContactFields } from "./ContactFields.tsx";
import { ContactPicker } from "./ContactPicker.tsx";
import { ContactChoicesQuery } from "./documents.ts";
import { type ChosenContact, emailOf, type LinkDraft } from "./linkDraft.ts";

interface LinkFieldsProps {
  draft: LinkDraft;
  /** Where the draft stands in the form, such as `contacts.0`. */
  path: string;
  field: FieldOf;
  set: (path: string, value: unknown) => void;
  failure: ApiError | null;
  taken: readonly string[];
}

/** One contact for an account: a new person or an existing one, what they may do, and what they get. */
export function LinkFields({ draft, path, field, set, failure, taken }: LinkFieldsProps) {
  const { t } = useLingui();
  const narrow = useIsNarrow();
  const choose = (chosen: ChosenContact) => {
    set(`${path}.chosen`, chosen);
    set(`${path}.linking`, true);
  };
  const emailPath = `${path}.contact.email`;
  const isTaken = failure?.fields.some(({ field: at, code }) => at === emailPath && code === "EMAIL_TAKEN") ?? false;
  return (
    <Stack gap="md">
      <SegmentedControl
        value={draft.linking ? "EXISTING" : "NEW"}
        onChange={(value) => set(`${path}.linking`, value === "EXISTING")}
        data={[
          { value: "NEW", label: t`New contact` },
          { value: "EXISTING", label: t`Existing contact` },
        ]}
        aria-label={t`New or existing contact`}
        orientation={narrow ? "vertical" : "horizontal"}
        maw={360}
      />
      {!draft.linking && (
        <ContactFields
          field={field}
          set={set}
          path={`${path}.contact`}
          emailHint={isTaken && <TakenEmail email={emailOf(draft)} onChoose={choose} />}
        />
      )}
      {draft.linking && !draft.chosen && (
        <ContactPicker
          onChoose={choose}
          taken={taken}
          path={`${path}.contactId`}
          error={field(`${path}.contactId`).error as string | undefined}
        />
      )}
      {draft.linking && draft.chosen && (
        <Chosen contact={draft.chosen} onChange={() => set(`${path}.chosen`, null)} />
      )}
      <AccessFields field={field} path={path} />
    </Stack>
  );
}

function Chosen({ contact, onChange }: { contact: ChosenContact; onChange: () => void }) {
  return (
    <Paper p="sm">
      <Group wrap="nowrap" gap="sm">
        <IconUserCheck size={20} stroke={1.5} aria-hidden />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={500}>{contact.name}</Text>
          <Text size="sm" c="dimmed">
            {contact.email ?? <Trans>no e-mail address</Trans>}
            {contact.active && (
              <>
                {" · "}
                <Trans>uses the portal already</Trans>
              </>
            )}
          </Text>
        </div>
        <Button variant="subtle" size="compact-sm" onClick={onChange}>
          <Trans>Choose another</Trans>
        </Button>
      </Group>
    </Paper>
  );
}

/** The address belongs to somebody in the register: offers to link that person instead. */
function TakenEmail({ email, onChoose }: { email: string; onChoose: (contact: ChosenContact) => void }) {
  const { t } = useLingui();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState(false);
  const link = async () => {
    setBusy(true);
    const { data } = await client.query(ContactChoicesQuery, { search: email }, { requestPolicy: "network-only" }).toPromise();
    setBusy(false);
    const owner = data?.contacts.nodes.find((contact) => contact.email?.toLowerCase() === email.toLowerCase());
    if (owner) onChoose(owner);
    else setLost(true);
  };
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {lost
            ? t`This contact could not be found. Please look for them by name under “Existing contact”.`
            : t`${email} belongs to a contact of the firm. You can link that person to this account.`}
        </Text>
        {!lost && (
          <Button size="compact-sm" loading={busy} onClick={() => void link()}>
            <Trans>Link the existing contact</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
