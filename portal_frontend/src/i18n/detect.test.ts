import { beforeEach, expect, test } from "vitest";
import { detectLocale, rememberChoice } from "./detect.ts";

beforeEach(() => localStorage.clear());

test("the first language of the browser that we speak is taken", () => {
  expect(detectLocale(["fr-FR", "de-AT", "en"])).toBe("de");
  expect(detectLocale(["ro"])).toBe("ro");
});

test("English stands in for languages we do not speak", () => {
  expect(detectLocale(["fr", "it"])).toBe("en");
  expect(detectLocale([])).toBe("en");
});

test("a choice made here before goes first", () => {
  rememberChoice("es");
  expect(detectLocale(["de"])).toBe("es");
});
