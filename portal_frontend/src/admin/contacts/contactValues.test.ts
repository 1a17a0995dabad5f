import { expect, test } from "vitest";
import { NO_ADDRESS } from "../../forms/AddressFields.tsx";
import { toContactChanges } from "./contactValues.ts";
import { emptyLink } from "./linkDraft.ts";

const before = { ...emptyLink("RO").contact, firstName: "Ana", phone: "0712 345 678" };

test("only what was changed is sent", () => {
  expect(toContactChanges({ firstName: " Anamaria " }, before)).toEqual({ firstName: "Anamaria" });
  expect(toContactChanges({}, before)).toEqual({});
});

test("a phone goes with its country, and a country alone says nothing without a phone", () => {
  expect(toContactChanges({ phoneCountry: "DE" }, before)).toEqual({
    phone: "0712 345 678",
    phoneCountry: "DE",
  });
  expect(toContactChanges({ phoneCountry: "DE" }, { ...before, phone: " " })).toEqual({});
  expect(toContactChanges({ phone: "" }, before)).toEqual({ phone: null, phoneCountry: null });
});

test("emptied fields become null", () => {
  expect(toContactChanges({ email: " ", language: null, address: NO_ADDRESS }, before)).toEqual({
    email: null,
    language: null,
    address: null,
  });
});
