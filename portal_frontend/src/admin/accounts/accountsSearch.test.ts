import { expect, test } from "vitest";
import { hasFilter, readAccountsSearch, variablesOf } from "./accountsSearch.ts";

test("an address without anything is the whole list by name", () => {
  expect(readAccountsSearch({})).toEqual({});
  expect(variablesOf({})).toMatchObject({ list: "ALL", search: null, sort: "NAME_ASC" });
});

test("what an address does not know is left out", () => {
  const search = { list: "nowhere", type: ["COMPANY", "CLUB"], stage: "LEAD", sort: "BY_MOOD", q: 42, staff: ["x"] };
  expect(readAccountsSearch(search)).toEqual({ type: ["COMPANY"], stage: ["LEAD"], q: "42" });
});

test("the sub-list is written small in the address and large in the API", () => {
  const search = readAccountsSearch({ list: "pending_activation" });
  expect(search).toEqual({ list: "pending_activation" });
  expect(variablesOf(search).list).toBe("PENDING_ACTIVATION");
});

test("defaults do not stand in the address", () => {
  expect(readAccountsSearch({ list: "all", sort: "NAME_ASC", q: "  ", type: [] })).toEqual({});
});

test("filters and search go to the API as they are", () => {
  const search = readAccountsSearch({ q: " weber ", status: ["ACTIVE"], category: ["BANK", "OTHER"], staff: "stf_1" });
  expect(hasFilter(search)).toBe(true);
  expect(variablesOf(search)).toMatchObject({
    search: "weber",
    filter: { portalStatus: ["ACTIVE"], category: ["BANK", "OTHER"], staffId: "stf_1", type: null },
  });
});

// ACC-6
test("tags go to the API as any, all or none of them", () => {
  const search = readAccountsSearch({ tag: ["tag_1", "tag_2", "tag_1", 7, ""] });
  expect(search).toEqual({ tag: ["tag_1", "tag_2"] });
  expect(hasFilter(search)).toBe(true);
  const of = (tagged: string) => variablesOf(readAccountsSearch({ ...search, tagged })).filter;
  expect(of("any")).toMatchObject({ tagIds: ["tag_1", "tag_2"], allTagIds: null, noTagIds: null });
  expect(of("all")).toMatchObject({ tagIds: null, allTagIds: ["tag_1", "tag_2"], noTagIds: null });
  expect(of("none")).toMatchObject({ tagIds: null, allTagIds: null, noTagIds: ["tag_1", "tag_2"] });
  expect(readAccountsSearch({ tagged: "all" })).toEqual({});
});
