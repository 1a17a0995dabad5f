import { expect, test } from "vitest";
import { inGroupsOf } from "./useInvite.ts";

test("people are invited in groups the API takes, none left out", () => {
  expect(inGroupsOf(2, [1, 2, 3, 4, 5])).toEqual([[1, 2], [3, 4], [5]]);
  expect(inGroupsOf(2, [])).toEqual([]);
});
