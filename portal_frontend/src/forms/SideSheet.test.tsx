import { TextInput } from "@mantine/core";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "../lib/testing/show.tsx";
import { FormShell } from "./FormShell.tsx";
import { SideSheet } from "./SideSheet.tsx";
import { useSaveForm } from "./useSaveForm.ts";

function NameForm() {
  const form = useSaveForm({ initialValues: { name: "" }, save: () => Promise.resolve() });
  return (
    <FormShell form={form} submitLabel="Save">
      <TextInput label="Name" {...form.field("name")} />
    </FormShell>
  );
}

function sheet() {
  const onClose = vi.fn();
  show(
    <SideSheet opened onClose={onClose} title="Edit">
      <NameForm />
    </SideSheet>,
  );
  return { onClose, user: userEvent.setup() };
}

test("with nothing typed it closes at once", async () => {
  const { onClose, user } = sheet();
  await user.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});

test("with something typed it asks first", async () => {
  const { onClose, user } = sheet();
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Ana");
  await user.keyboard("{Escape}");
  expect(onClose).not.toHaveBeenCalled();
  await user.click(await screen.findByRole("button", { name: "Discard" }));
  expect(onClose).toHaveBeenCalledOnce();
});
