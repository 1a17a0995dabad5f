import { expect, test } from "vitest";
import { changesOf } from "./changesOf.ts";

test("only what differs is a change, looking into addresses and lists", () => {
  const base = { name: "Ana", address: { city: "Cluj" }, days: [3, 10] };
  expect(changesOf({ ...base, address: { city: "Cluj" } }, base)).toEqual({});
  expect(changesOf({ name: "Ana", address: { city: "Iași" }, days: [3] }, base)).toEqual({
    address: { city: "Iași" },
    days: [3],
  });
});
