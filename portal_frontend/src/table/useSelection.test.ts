import { expect, test } from "vitest";
import { allToggled, toggled } from "./useSelection.ts";

test("a row is selected, and let go", () => {
  const one = toggled(new Set(), "a");
  expect([...one]).toEqual(["a"]);
  expect([...toggled(one, "a")]).toEqual([]);
});

test("all means all that are shown; a second time lets just those go", () => {
  const before = new Set(["elsewhere", "a"]);
  const all = allToggled(before, ["a", "b"]);
  expect([...all]).toEqual(["elsewhere", "a", "b"]);
  expect([...allToggled(all, ["a", "b"])]).toEqual(["elsewhere"]);
});
