import { expect, test } from "vitest";
import { safePath } from "./nextPath.ts";

test.each(["/", "/a/acc_01", "/a/acc_01/folders", "/profile"])("%s is a path of this site", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "/%2f%2fevil.example",
  "/%5cevil.example",
  "/a/../../evil",
  "/a//evil.example",
  " /a",
  "/a\n/b",
  "",
  "a",
  7,
  null,
  undefined,
  { to: "/a" },
])("%j leads nowhere", (value) => {
  expect(safePath(value)).toBeNull();
});
