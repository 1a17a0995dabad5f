import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Group, type PasswordInputProps, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useId } from "react";
import { PasswordField } from "./PasswordField.tsx";
import { advise, type Advice, isAcceptable, SHORTEST_PASSWORD } from "../lib/passwordAdvice.ts";

interface NewPasswordFieldProps extends Omit<PasswordInputProps, "about"> {
  value?: string;
  /** Names and addresses a good password does not lean on. */
  about?: readonly string[];
}

/** A new password with plain advice while typing; a refusal of the server takes its place until it is changed. */
export function NewPasswordField({ about = [], ...input }: NewPasswordFieldProps) {
  const adviceId = useId();
  return (
    <Stack gap={6}>
      <PasswordField
        autoComplete="new-password"
        {...(!input.error && { "aria-describedby": adviceId })}
        {...input}
      />
      {!input.error && <AdviceLine id={adviceId} advice={advise(input.value ?? "", about)} />}
    </Stack>
  );
}

function AdviceLine({ id, advice }: { id: string; advice: Advice }) {
  const words = useAdviceWords();
  const good = isAcceptable(advice);
  const Icon = good ? IconCircleCheck : IconInfoCircle;
  return (
    <Group id={id} gap={6} wrap="nowrap" align="flex-start" c={good ? "var(--mantine-color-green-text)" : "dimmed"}>
      <Icon size={18} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Text size="sm" aria-live="polite">
        {words(advice)}
      </Text>
    </Group>
  );
}

function useAdviceWords(): (advice: Advice) => string {
  const { t } = useLingui();
  return (advice) => {
    switch (advice.kind) {
      case "EMPTY":
        return t`At least ${SHORTEST_PASSWORD} characters. Four words that do not belong together are easy to remember and hard to guess.`;
      case "TOO_SHORT":
        return t`${plural(advice.missing, { one: "# more character is needed.", other: "# more characters are needed." })}`;
      case "REPETITIVE":
        return t`This repeats itself or follows the keyboard. Please mix in something else.`;
      case "PERSONAL":
        return t`This is close to your name or e-mail address. Please add something nobody would guess.`;
      case "GOOD":
        return t`Good. Another word would make it even stronger.`;
      case "STRONG":
        return t`A strong password.`;
    }
  };
}
