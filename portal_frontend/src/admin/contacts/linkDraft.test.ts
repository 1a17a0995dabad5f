import { expect, test } from "vitest";
import { emptyLink, nameOf, problemsOf, recipientOf, toLinkInput } from "./linkDraft.ts";

const words = { name: "name?", email: "email?", contact: "contact?" };
const chosen = { id: "con_1", firstName: "Max", name: "Max Muster", email: null, language: null, active: true };

// CON-2
test("linking sends the id and nothing of what was typed beside it", () => {
  const draft = emptyLink("DE", { linking: true, chosen });
  draft.contact.firstName = "Typed before";
  expect(toLinkInput(draft, null)).toMatchObject({ contactId: "con_1" });
  expect(toLinkInput(draft, null)).not.toHaveProperty("contact");
  expect(nameOf(draft)).toBe("Max Muster");
});

test("empty texts become null, and a country without a phone is not sent", () => {
  const draft = emptyLink("DE");
  draft.contact = { ...draft.contact, firstName: "Max", lastName: "Muster", email: " " };
  expect(toLinkInput(draft, null).contact).toMatchObject({ email: null, phone: null, phoneCountry: null, address: null });
});

// CON-3
test("a login without an e-mail address is told at the field where it can be mended", () => {
  expect(problemsOf(emptyLink("DE", { linking: true, chosen, login: true }), "contacts.1", words)).toEqual({
    "contacts.1.login": "email?",
  });
  expect(problemsOf(emptyLink("DE", { login: true }), "contacts.0", words)).toEqual({
    "contacts.0.contact.firstName": "name?",
    "contacts.0.contact.lastName": "name?",
    "contacts.0.contact.email": "email?",
  });
});

test("linking asks for a contact", () => {
  expect(problemsOf(emptyLink("DE", { linking: true }), "contact", words)).toEqual({ "contact.contactId": "contact?" });
});

// INV-5
test("somebody who uses the portal already is told, not invited", () => {
  expect(recipientOf(emptyLink("DE", { linking: true, chosen })).active).toBe(true);
  expect(recipientOf(emptyLink("DE", { chosen })).active).toBe(false);
});
