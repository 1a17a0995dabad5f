import { useLingui } from "@lingui/react/macro";
import { TextInput, type TextInputProps } from "@mantine/core";

/** The address somebody signs in with. */
export function SignInEmailField(props: TextInputProps) {
  const { t } = useLingui();
  return (
    <TextInput
      type="email"
      label={t`E-mail address`}
      autoComplete="username"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      {...props}
    />
  );
}
