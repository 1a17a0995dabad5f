import { expect, test } from "vitest";
import { called, matching } from "./findTags.ts";

const tags = [{ name: "Éxito fiscal" }, { name: "VIP" }, { name: "Year  end" }];

test("a tag is found by any part of its name, without regard to case and accents", () => {
  expect(matching(tags, "exi").map(({ name }) => name)).toEqual(["Éxito fiscal"]);
  expect(matching(tags, "END").map(({ name }) => name)).toEqual(["Year  end"]);
  expect(matching(tags, "")).toHaveLength(3);
});

test("a name is taken whatever its case and blanks, but not by another accent", () => {
  expect(called(tags, " vip ")?.name).toBe("VIP");
  expect(called(tags, "year end")?.name).toBe("Year  end");
  expect(called(tags, "Exito fiscal")).toBeUndefined();
});
