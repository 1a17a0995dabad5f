import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { ApiError } from "../api/errors.ts";
import { show } from "../lib/testing/show.tsx";
import { FormShell } from "./FormShell.tsx";
import { useVersionedForm, type Versioned } from "./useVersionedForm.ts";

type Firm = { name: string; phone: string };
type Send = (version: number, changes: Partial<Firm>) => Promise<Versioned<Firm>>;

const FIRST = { version: 1, values: { name: "Keller", phone: "1" } };
const NEWER = { version: 2, values: { name: "Keller", phone: "2" } };

function Form({ send }: { send: Send }) {
  const [current, setCurrent] = useState(FIRST);
  const form = useVersionedForm({ current, send, reload: () => setCurrent(NEWER) });
  return (
    <FormShell form={form} submitLabel="Save">
      <TextInput label="Name" {...form.field("name")} />
      <TextInput label="Phone" {...form.field("phone")} />
    </FormShell>
  );
}

const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

test("only what was changed is sent", async () => {
  const user = userEvent.setup();
  const send = vi.fn<Send>(() => Promise.resolve({ version: 2, values: { name: "Keller", phone: "3" } }));
  show(<Form send={send} />);
  await user.type(screen.getByLabelText("Phone"), "{Backspace}3");
  await user.click(screen.getByRole("button"));
  expect(send).toHaveBeenCalledWith(1, { phone: "3" });
});

test("what somebody else changed comes in around what was typed, and saving again goes through", async () => {
  const user = userEvent.setup();
  const send = vi
    .fn<Send>()
    .mockRejectedValueOnce(new ApiError("STALE", "stale"))
    .mockResolvedValueOnce({ version: 3, values: { name: "Keller & Co", phone: "2" } });
  show(<Form send={send} />);
  await user.type(screen.getByLabelText("Name"), " & Co");
  await user.click(screen.getByRole("button"));
  expect(await screen.findByText(/Somebody else changed this/u)).toBeTruthy();
  expect(valueOf("Phone")).toBe("2");
  expect(valueOf("Name")).toBe("Keller & Co");
  await user.click(screen.getByRole("button"));
  expect(send).toHaveBeenLastCalledWith(2, { name: "Keller & Co" });
});
