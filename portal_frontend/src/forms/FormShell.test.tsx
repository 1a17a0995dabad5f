import { TextInput } from "@mantine/core";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ApiError } from "../api/errors.ts";
import { show } from "../lib/testing/show.tsx";
import { FormShell } from "./FormShell.tsx";
import { unsaved } from "./unsaved.ts";
import { useSaveForm } from "./useSaveForm.ts";

function ContactForm({ save }: { save: (values: { name: string; email: string }) => Promise<void> }) {
  const form = useSaveForm({
    initialValues: { name: "", email: "" },
    validate: { name: (value) => (value ? null : "Enter a name.") },
    save,
  });
  return (
    <FormShell form={form} submitLabel="Save">
      <TextInput label="Name" {...form.field("name")} />
      <TextInput label="E-mail" {...form.field("email")} />
    </FormShell>
  );
}

const refuse = (error: ApiError) => () => Promise.reject(error);

test("a refused field is told at the field and in a summary that takes the focus", async () => {
  const user = userEvent.setup();
  const problem = { field: "email", code: "EMAIL_INVALID", message: "This is not an e-mail address." };
  show(<ContactForm save={refuse(new ApiError("INVALID", "Please check.", [problem]))} />);
  await user.type(screen.getByLabelText("Name"), "Ana");
  await user.click(screen.getByRole("button", { name: "Save" }));
  const summary = await screen.findByRole("alert");
  expect(document.activeElement).toBe(summary);
  expect(screen.getByLabelText("E-mail").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Ana");
});

test("the summary leads to the field", async () => {
  const user = userEvent.setup();
  show(<ContactForm save={() => Promise.resolve()} />);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.click(screen.getByRole("button", { name: "Enter a name." }));
  expect(document.activeElement).toBe(screen.getByLabelText("Name"));
});

test("a refusal without a field is told as a whole, with the request id of a fault of ours", async () => {
  const user = userEvent.setup();
  show(<ContactForm save={refuse(new ApiError("INTERNAL", "Something went wrong.", [], "r-77"))} />);
  await user.type(screen.getByLabelText("Name"), "Ana");
  await user.click(screen.getByRole("button", { name: "Save" }));
  const summary = await screen.findByRole("alert");
  expect(summary.textContent).toContain("Something went wrong.");
  expect(summary.textContent).toContain("r-77");
});

test("a double click sends once", async () => {
  const user = userEvent.setup();
  let sent = 0;
  let finish = () => {};
  const save = () => {
    sent += 1;
    return new Promise<void>((resolve) => (finish = resolve));
  };
  show(<ContactForm save={save} />);
  await user.type(screen.getByLabelText("Name"), "Ana");
  await user.dblClick(screen.getByRole("button", { name: "Save" }));
  finish();
  await waitFor(() => expect(sent).toBe(1));
});

test("a form with something typed counts as unsaved until it leaves the page", async () => {
  const user = userEvent.setup();
  const { unmount } = show(<ContactForm save={() => Promise.resolve()} />);
  expect(unsaved.any()).toBe(false);
  await user.type(screen.getByLabelText("Name"), "A");
  expect(unsaved.any()).toBe(true);
  unmount();
  expect(unsaved.any()).toBe(false);
});
