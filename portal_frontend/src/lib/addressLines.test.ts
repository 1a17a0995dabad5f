import { expect, test } from "vitest";
import { addressLines } from "./addressLines.ts";

test("an address is read in lines, the country in the reader's language, empty parts left out", () => {
  const address = { street: "Ronda 17", postalCode: "08041", city: "Barcelona", region: null, country: "ES" };
  expect(addressLines(address, "de")).toEqual(["Ronda 17", "08041 Barcelona", "Spanien"]);
});
