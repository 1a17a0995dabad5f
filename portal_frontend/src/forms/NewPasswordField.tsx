import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Group, PasswordInput, type PasswordInputProps, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useId } from "react";
import { advise, type Advice, isAcceptable, SHORTEST_PASSWORD } from "../lib/passwordAdvice.ts";

interface NewPasswordFieldProps extends Omit<PasswordInputProps, "about"> {
  value?: string;
  /** Names and addresses a good password does not lean on. */
  about?: readonly string[];
}

/** A new password with plain advice while typing. */
export function NewPasswordField({ about = [], ...input }: NewPasswordFieldProps) {
  const { t } = useLingui();
  const words = useAdviceWords();
  const adviceId = useId();
  const advice = advise(input.value ?? "", about);
  const good = isAcceptable(advice);
  const Icon = good ? IconCircleCheck : IconInfoCircle;
  return (
    <Stack gap={6}>
      <PasswordInput
        autoComplete="new-password"
        aria-describedby={adviceId}
        visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password` }}
        {...input}
      />
      <Group id={adviceId} gap={6} wrap="nowrap" align="flex-start" c={good ? "var(--mantine-color-green-text)" : "dimmed"}>
        <Icon size={18} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
        <Text size="sm" aria-live="polite">
          {words(advice)}
        </Text>
      </Group>
    </Stack>
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
