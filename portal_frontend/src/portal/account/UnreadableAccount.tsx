import { Trans } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { type ApiError, NOT_FOUND } from "../../api/errors.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { useViewer } from "../session/session.ts";

/** An account that cannot be shown; when it is closed to this person, the open ones are offered. */
export function UnreadableAccount({ error, again }: { error: ApiError; again?: () => void }) {
  const { accountId } = useParams({ strict: false });
  const { accounts } = useViewer();
  const others = error.code === NOT_FOUND ? accounts.filter(({ id }) => id !== accountId) : [];
  return (
    <ErrorState
      order={1}
      error={error}
      {...(again && { again })}
      action={
        <Stack gap="xs">
          {others.map(({ id, name }) => (
            <LinkButton key={id} to="/a/$accountId" params={{ accountId: id }} variant="default">
              <Trans>Go to {name}</Trans>
            </LinkButton>
          ))}
        </Stack>
      }
    />
  );
}
