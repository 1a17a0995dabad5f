import { expect, test } from "vitest";
import { readTeamSearch, variablesOf } from "./teamSearch.ts";

test("an address somebody typed is read, and what it does not know is left out", () => {
  expect(readTeamSearch({ state: "invited", q: "ana" })).toEqual({ state: "invited", q: "ana" });
  expect(readTeamSearch({ state: "INVITED", q: 7 })).toEqual({ q: "7" });
  expect(readTeamSearch({ state: "gone" })).toEqual({});
});

test("without a state, everybody in the team is asked for, and nobody who has left (TEAM-5)", () => {
  expect(variablesOf({})).toEqual({ search: null, state: ["ACTIVE", "INVITED"] });
  expect(variablesOf({ state: "deactivated", q: " ana " })).toEqual({ search: "ana", state: ["DEACTIVATED"] });
});
