import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ApiError } from "../api/errors.ts";
import { show } from "../lib/testing/show.tsx";
import { ConfirmDialog } from "./ConfirmDialog.tsx";

function dialog(run: () => Promise<void>, onClose: () => void) {
  show(
    <ConfirmDialog opened onClose={onClose} title="Deactivate?" confirmLabel="Deactivate" nameToType="Ana Pop" run={run}>
      <p>Sessions end.</p>
    </ConfirmDialog>,
  );
  return userEvent.setup();
}

test("nothing happens before the name is typed; case and spaces are forgiven", async () => {
  const [run, onClose] = [vi.fn(() => Promise.resolve()), vi.fn()];
  const user = dialog(run, onClose);
  await user.click(screen.getByRole("button", { name: "Deactivate" }));
  expect(run).not.toHaveBeenCalled();
  await user.type(screen.getByRole("textbox"), " ana  POP ");
  await user.click(screen.getByRole("button", { name: "Deactivate" }));
  expect(run).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
});

test("a refusal is said in the dialog, which stays", async () => {
  const onClose = vi.fn();
  const user = dialog(() => Promise.reject(new ApiError("LAST_OWNER", "The firm needs an owner.")), onClose);
  await user.type(screen.getByRole("textbox"), "Ana Pop");
  await user.click(screen.getByRole("button", { name: "Deactivate" }));
  expect(await screen.findByText("The firm needs an owner.")).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});
