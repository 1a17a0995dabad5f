import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, List, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconInfoCircle, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { useErrorWords } from "../../ui/useErrorWords.ts";
import { type ApiError, asApiError } from "../../api/errors.ts";
import { useIsNarrow } from "../../table/useIsNarrow.ts";
import { type Choice, LONGEST_MESSAGE, type Recipient } from "./choice.ts";
import { EmailPreview } from "./EmailPreview.tsx";
import classes from "./invitations.module.css";

interface InvitationDialogProps {
  opened: boolean;
  recipients: readonly Recipient[];
  accountName: string;
  /** Carries out the choice; a refusal is said in the dialog, which stays. */
  onChoose: (choice: Choice) => Promise<void>;
  onClose: () => void;
  /** The message, where the page keeps it. */
  message?: string;
  onMessage?: (message: string) => void;
  /** Null where skipping makes no sense, such as inviting again. */
  skipLabel?: string | null;
}

/** Send or skip (INV-1): a personal message, and the e-mail as it will arrive. */
export function InvitationDialog(props: InvitationDialogProps) {
  const { t } = useLingui();
  const narrow = useIsNarrow();
  const invites = props.recipients.some(({ active }) => !active);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={invites ? t`Invite to the portal` : t`Tell about the new access`}
      size={invites ? 1040 : "lg"}
      fullScreen={narrow ?? false}
      closeOnClickOutside={false}
    >
      <Contents {...props} />
    </Modal>
  );
}

function Contents({ recipients, accountName, onChoose, skipLabel, message: kept = "", onMessage }: InvitationDialogProps) {
  const { t } = useLingui();
  const { titleOf } = useErrorWords();
  const [message, setMessage] = useState(kept);
  const [shown] = useDebouncedValue(message, 400);
  const [reader, setReader] = useState("0");
  const [busy, setBusy] = useState<"send" | "skip" | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const invited = recipients.filter(({ active }) => !active);
  const told = recipients.filter(({ active }) => active);
  const person = invited[Number(reader)] ?? invited[0];
  const skip = skipLabel === undefined ? t`Skip for now` : skipLabel;

  const write = (next: string) => {
    setMessage(next);
    onMessage?.(next);
  };
  const choose = async (send: boolean) => {
    setBusy(send ? "send" : "skip");
    setFailure(null);
    try {
      await onChoose({ send, message: send ? message.trim() || null : null });
    } catch (thrown) {
      setFailure(asApiError(thrown));
    } finally {
      setBusy(null);
    }
  };

  return (
    <Stack gap="md">
      {failure && (
        <Alert color="red" role="alert" title={titleOf(failure)}>
          {failure.fields.map(({ field, message: words }) => (
            <Text key={field} size="sm">
              {words}
            </Text>
          ))}
        </Alert>
      )}
      <div className={person ? classes.columns : undefined}>
        <Stack gap="md">
          {person && <Invited people={invited} />}
          {told.length > 0 && <Told people={told} accountName={accountName} />}
          {person && (
            <Textarea
              label={t`Personal message (optional)`}
              description={t`It stands in the e-mail under your name.`}
              autosize
              minRows={5}
              maxRows={12}
              maxLength={LONGEST_MESSAGE}
              value={message}
              onChange={(event) => write(event.currentTarget.value)}
              data-autofocus
            />
          )}
          {skip && (
            <Text size="sm" c="dimmed">
              {person ? (
                <Trans>If you skip, the login stays on and you can send the invitation at any time.</Trans>
              ) : (
                <Trans>If you skip, the login is on all the same; only the notice is not sent.</Trans>
              )}
            </Text>
          )}
        </Stack>
        {person && (
          <Stack gap="xs">
            {invited.length > 1 && (
              <Select
                label={t`Preview for`}
                data={invited.map(({ name }, index) => ({ value: String(index), label: name }))}
                value={reader}
                onChange={(next) => setReader(next ?? "0")}
                allowDeselect={false}
              />
            )}
            <EmailPreview
              input={{
                accountName: person.accountName ?? accountName,
                firstName: person.firstName || null,
                email: person.email || null,
                language: person.language,
                message: shown.trim() || null,
              }}
            />
          </Stack>
        )}
      </div>
      <Group justify="flex-end" gap="xs" className={classes.footer}>
        {skip && (
          <Button variant="default" loading={busy === "skip"} disabled={busy === "send"} onClick={() => void choose(false)}>
            {skip}
          </Button>
        )}
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          loading={busy === "send"}
          disabled={busy === "skip"}
          onClick={() => void choose(true)}
        >
          {person ? t`Send invitation` : t`Send notice`}
        </Button>
      </Group>
    </Stack>
  );
}

function Invited({ people }: { people: readonly Recipient[] }) {
  return (
    <div>
      <Text fw={500}>
        <Trans>An invitation to activate the portal goes to</Trans>
      </Text>
      <List size="sm" mt={4} spacing={2}>
        {people.map(({ name, email }, index) => (
          <List.Item key={index}>
            {name}{" "}
            <Text span size="sm" c="dimmed">
              {email}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Told({ people, accountName }: { people: readonly Recipient[]; accountName: string }) {
  return (
    <Alert icon={<IconInfoCircle aria-hidden />} color="gray">
      {people.map(({ name }, index) => (
        <Text key={index} size="sm">
          <Trans>
            {name} uses the portal already and gets a short notice: you now have access to {accountName}.
          </Trans>
        </Text>
      ))}
    </Alert>
  );
}
