import { expect, test } from "vitest";
import { childrenOf, type Folder, pathTo } from "./tree.ts";

const folder = (id: string, parentId: string | null, position: number): Folder => ({
  id,
  parentId,
  position,
  name: id,
  access: "CLIENT_VIEW",
});
const all = [folder("b", null, 2), folder("a", null, 1), folder("a1", "a", 1), folder("lost", "hidden", 3)];

test("folders stand in the firm's order", () => {
  expect(childrenOf(all, "a").map(({ id }) => id)).toEqual(["a1"]);
  expect(childrenOf(all, null).map(({ id }) => id)).toEqual(["a", "b", "lost"]);
});

test("the way to a folder starts at the top, and an unknown folder has none", () => {
  expect(pathTo(all, "a1").map(({ id }) => id)).toEqual(["a", "a1"]);
  expect(pathTo(all, "nothing")).toEqual([]);
});

test("folders that point at each other end the way instead of the page", () => {
  expect(pathTo([folder("x", "y", 1), folder("y", "x", 1)], "x").map(({ id }) => id)).toEqual(["y", "x"]);
});
