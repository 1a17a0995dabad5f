import { useLingui } from "@lingui/react/macro";
import { PasswordInput, type PasswordInputProps } from "@mantine/core";

/** A password somebody has already. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useLingui();
  return (
    <PasswordInput
      label={t`Password`}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password` }}
      {...(props.error && { "aria-invalid": true })}
      {...props}
    />
  );
}
