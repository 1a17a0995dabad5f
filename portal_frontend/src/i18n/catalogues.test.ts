import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const INFORMAL: Record<string, RegExp> = {
  es: /\b(tú|tus?|tuyo|contigo|puedes|tienes|quieres|introduce)\b/iu,
  de: /\b(du|dein\w*|dich|dir|euch|euer)\b/iu,
  ro: /\b(tu|tău|ta|tine|îți|poți|ai grijă)\b/iu,
};

const translationsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/^msgstr "(.+)"$/gmu)].map(([, text]) => text ?? "");

test.each(Object.keys(INFORMAL))("%s addresses people formally throughout", (locale) => {
  for (const file of globSync(`src/i18n/catalogues/*/${locale}.po`)) {
    for (const text of translationsOf(file)) expect(text).not.toMatch(INFORMAL[locale] as RegExp);
  }
});

test("Romanian is written with its own letters, not their look-alikes", () => {
  for (const file of globSync("src/i18n/catalogues/*/ro.po")) {
    for (const text of translationsOf(file)) expect(text).not.toMatch(/[şţŞŢ]/u);
  }
});
