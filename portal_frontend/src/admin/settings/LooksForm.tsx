import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { FormShell } from "../../forms/FormShell.tsx";
import { isHexColour } from "../../ui/colour/palette.ts";
import type { FirmSettingsFragment } from "../generated/graphql";
import { looksOf } from "./accentLooks.ts";
import { AccentPreview } from "./AccentPreview.tsx";
import { ColourField } from "./ColourField.tsx";
import { type FirmFormProps, useFirmForm } from "./useFirmForm.ts";

const read = ({ accentColor }: FirmSettingsFragment) => ({ accentColor });

/** The firm's colour, seen on a button of the portal while it is chosen. */
export function LooksForm(props: FirmFormProps) {
  const { t } = useLingui();
  const form = useFirmForm({
    ...props,
    read,
    write: (changes) => changes,
    validate: { accentColor: (value) => (isHexColour(value) ? null : t`Enter a colour such as #1f5fa8.`) },
  });
  const typed = form.form.values.accentColor;
  const accent = isHexColour(typed) ? typed : props.firm.accentColor;
  return (
    <FormShell form={form} submitLabel={t`Save`} name={t`Looks`}>
      <ColourField label={t`Colour`} shown={accent} maw={240} {...form.field("accentColor")} />
      <AccentPreview accent={accent} />
      <Text size="sm" c="dimmed" aria-live="polite">
        {looksOf(accent).adjusted ? (
          <Trans>White text would be hard to read on this colour, so buttons use a slightly darker one.</Trans>
        ) : (
          <Trans>Text on this colour is easy to read.</Trans>
        )}
      </Text>
    </FormShell>
  );
}
