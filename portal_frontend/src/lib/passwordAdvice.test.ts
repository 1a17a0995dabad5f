import { expect, test } from "vitest";
import { advise, isAcceptable } from "./passwordAdvice.ts";

test("an empty field is not judged", () => {
  expect(advise("").kind).toBe("EMPTY");
});

test("a short password is told how much is missing", () => {
  expect(advise("maple tree")).toEqual({ kind: "TOO_SHORT", missing: 2 });
});

test("letters outside the basic plane count as one each", () => {
  expect(advise("🌳🌳🌳")).toEqual({ kind: "TOO_SHORT", missing: 9 });
});

test.each(["aaaaaaaaaaaaaa", "abcabcabcabcabc", "qwertyuiop123", "0123456789012", "passwortpasswort"])(
  "%s repeats itself or follows the keyboard",
  (password) => {
    expect(advise(password).kind).toBe("REPETITIVE");
  },
);

test("a password leaning on a name or an address is pointed out", () => {
  expect(advise("popescu-2026!", ["Ana", "ana.popescu@example.com"]).kind).toBe("PERSONAL");
});

test("a name inside a long password does no harm", () => {
  expect(advise("popescu walks through the quiet forest", ["Popescu"]).kind).toBe("STRONG");
});

test("four unrelated words are strong, twelve mixed characters are good", () => {
  expect(advise("copper river violin stamp").kind).toBe("STRONG");
  expect(advise("kT7-vQ2m!xRz").kind).toBe("GOOD");
  expect(isAcceptable(advise("kT7-vQ2m!xRz"))).toBe(true);
});
