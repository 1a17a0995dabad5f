import { expect, test } from "vitest";
import { readPendingSearch } from "./pendingSearch.ts";

test("an address somebody typed is read, and what it does not know is left out", () => {
  expect(readPendingSearch({ q: "ana", page: 3 })).toEqual({ q: "ana" });
  expect(readPendingSearch({ q: 60 })).toEqual({ q: "60" });
  expect(readPendingSearch({ q: "  " })).toEqual({});
  expect(readPendingSearch({ q: ["ana"] })).toEqual({});
});
