import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

/** Fails when extracting changes a catalogue (it was not up to date) or a translation is missing. */
const read = () =>
  globSync("src/i18n/catalogues/**/*.po")
    .toSorted()
    .map((file) => `${file}\n${readFileSync(file, "utf8")}`)
    .join("\n");

const lingui = (...args: string[]) => execFileSync("npx", ["lingui", ...args], { stdio: "pipe", encoding: "utf8" });

const before = read();
lingui("extract", "--clean");
if (read() !== before) {
  console.error("The catalogues were behind the code; `npm run i18n` has been run for you. Translate and commit them.");
  process.exit(1);
}
const untranslated = findUntranslated();
if (untranslated.length > 0) {
  console.error(`Missing translations:\n${untranslated.join("\n")}`);
  process.exit(1);
}

function findUntranslated(): string[] {
  return globSync("src/i18n/catalogues/*/{es,ro,de}.po").flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n\n")
      .filter((entry) => /^msgid "(?:.|"\n")+"$/mu.test(entry) && /\nmsgstr ""\s*$/u.test(entry))
      .map((entry) => `${file}: ${/msgid ([\s\S]*?)\nmsgstr/u.exec(entry)?.[1] ?? ""}`),
  );
}
