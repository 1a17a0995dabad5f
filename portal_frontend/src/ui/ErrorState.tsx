import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconMoodEmpty, IconPlugConnectedX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type ApiError, NOT_FOUND } from "../api/errors.ts";
import { OUTDATED } from "../api/outdated.ts";
import { useErrorWords } from "./useErrorWords.ts";

interface ErrorStateProps {
  error: ApiError;
  again?: () => void;
  /** A way out, such as a link back to the list. */
  action?: ReactNode;
  order?: 1 | 2 | 3;
}

/** A page or part that could not be read: what happened, *Try again*, and the request id. */
export function ErrorState({ error, again, action, order = 2 }: ErrorStateProps) {
  const { t } = useLingui();
  const { titleOf } = useErrorWords();
  const missing = error.code === NOT_FOUND;
  const outdated = error.code === OUTDATED;
  const Icon = missing ? IconMoodEmpty : IconPlugConnectedX;
  return (
    <Stack align="center" gap="sm" py="xl" px="md" ta="center" role="alert">
      <ThemeIcon variant="light" color="gray" size={56} radius="xl">
        <Icon size={28} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Title order={order} size="h3">
        {missing ? t`This is not here` : t`This could not be shown`}
      </Title>
      <Text c="dimmed" maw={440}>
        {missing ? t`It may have been removed, or it is not open to you.` : titleOf(error)}
      </Text>
      {outdated && (
        <Button variant="default" onClick={() => window.location.reload()}>
          <Trans>Reload</Trans>
        </Button>
      )}
      {again && !missing && !outdated && (
        <Button variant="default" onClick={again}>
          <Trans>Try again</Trans>
        </Button>
      )}
      {action}
      {error.requestId && !missing && (
        <Text size="xs" c="dimmed" className="tabular">
          <Trans>Request {error.requestId}</Trans>
        </Text>
      )}
    </Stack>
  );
}
