import { beforeEach, expect, test } from "vitest";
import { emptyLink } from "../../contacts/linkDraft.ts";
import { draftStore } from "./draftStore.ts";
import { derivedName, emptyAccount, shownName, stepOf, toCreateInput } from "./newAccount.ts";

const ana = emptyLink("RO");
ana.contact = { ...ana.contact, firstName: " Ana ", lastName: "Popescu", email: "ana@example.com" };

beforeEach(() => sessionStorage.clear());

// ACC-2
test("an individual is called like its first contact, a company like itself", () => {
  const account = { ...emptyAccount("RO"), contacts: [ana], companyName: "Popescu S.R.L." };
  expect(derivedName(account)).toBe("Ana Popescu");
  expect(derivedName({ ...account, type: "COMPANY" })).toBe("Popescu S.R.L.");
  expect(shownName({ ...account, name: " Family Popescu " })).toBe("Family Popescu");
});

test("an error leads to the step of its field", () => {
  expect(stepOf("companyAddress.country")).toBe(1);
  expect(stepOf("contacts")).toBe(2);
  expect(stepOf("contacts.0.contact.email")).toBe(2);
});

test("an individual sends nothing of a company, even if it was typed", () => {
  const account = { ...emptyAccount("RO"), companyName: "Left over", contacts: [ana] };
  expect(toCreateInput(account, null)).toMatchObject({ companyName: null, companyAddress: null });
});

// INV-1
test("the choice about invitations goes to those who may log in, and to nobody else", () => {
  const account = { ...emptyAccount("RO"), contacts: [{ ...ana, login: true }, ana] };
  const choice = { send: true, message: "Welcome" };
  expect(toCreateInput(account, choice).contacts?.map(({ invitation }) => invitation)).toEqual([choice, null]);
});

test("a draft is there again after a reload, for the same colleague only", () => {
  const account = { ...emptyAccount("RO"), name: "Typed", contacts: [ana] };
  draftStore("usr_1").write(account);
  expect(draftStore("usr_1").read("RO")).toEqual(account);
  expect(draftStore("usr_2").read("RO")).toBeNull();
  draftStore("usr_1").forget();
  expect(draftStore("usr_1").read("RO")).toBeNull();
});

test("a draft of another shape is dropped rather than half understood", () => {
  const key = "antesala.new-account:usr_1";
  for (const stored of ["{", "null", '{"type":"COMPANY"}', JSON.stringify({ ...emptyAccount("RO"), contacts: [{}] })]) {
    sessionStorage.setItem(key, stored);
    expect(draftStore("usr_1").read("RO")).toBeNull();
  }
});
