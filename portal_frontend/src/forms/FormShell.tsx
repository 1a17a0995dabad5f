import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorSummary } from "./ErrorSummary.tsx";
import type { SaveForm } from "./useSaveForm.ts";

interface FormShellProps<Values> {
  form: SaveForm<Values>;
  /** A verb: "Send invitation". */
  submitLabel: string;
  children: ReactNode;
  /** Further actions beside the button, such as Cancel. */
  actions?: ReactNode;
  fullWidth?: boolean;
  /** The button is red: what it does cannot be taken back. */
  danger?: boolean;
  name?: string;
}

/** The frame of every form: summary of what is wrong, the fields, one button that shows the wait. */
export function FormShell<Values>({ form, submitLabel, children, actions, fullWidth, danger, name }: FormShellProps<Values>) {
  return (
    <form onSubmit={form.submit} noValidate aria-busy={form.saving} aria-label={name}>
      <Stack gap="md">
        <ErrorSummary errors={form.form.errors} failure={form.failure} attempts={form.attempts} />
        {children}
        <Group gap="sm" mt="xs">
          <Button
            type="submit"
            loading={form.saving}
            fullWidth={fullWidth ?? false}
            {...(danger && { color: "red" })}
          >
            {submitLabel}
          </Button>
          {actions}
        </Group>
      </Stack>
    </form>
  );
}
