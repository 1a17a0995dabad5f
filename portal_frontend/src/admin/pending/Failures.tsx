import { Plural, useLingui } from "@lingui/react/macro";
import { Alert, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { PendingPersonFragment } from "../generated/graphql";
import type { InviteFailure } from "./useInvite.ts";

interface FailuresProps {
  failures: readonly InviteFailure[];
  people: readonly PendingPersonFragment[];
  onClose: () => void;
}

/** Who could not be invited, and why, in words. */
export function Failures({ failures, people, onClose }: FailuresProps) {
  const { t } = useLingui();
  if (failures.length === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      withCloseButton
      closeButtonLabel={t`Close`}
      onClose={onClose}
      title={
        <Plural
          value={failures.length}
          one="One person could not be invited"
          other="# people could not be invited"
        />
      }
    >
      <List size="sm" spacing={4}>
        {failures.map(({ id, message }) => (
          <List.Item key={id}>
            <b>{people.find((person) => person.id === id)?.contact.name}</b> {message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
