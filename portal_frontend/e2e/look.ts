import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ACCOUNT_SCREENS } from "./accountScreens.ts";
import { openBrowser } from "./browser.ts";
import { PORTAL_SCREENS } from "./portalScreens.ts";
import { inspect, VIEWS } from "./screen.ts";
import { type Answers, serve } from "./serve.ts";
import { STAFF_SCREENS } from "./staffScreens.ts";

/** Looks at every screen in every view: pictures into `.screens/`, faults to the terminal.
 *  `npm run look -- home desk` looks at those whose name begins so. */
const [screenName = "", viewName = ""] = process.argv.slice(2);
const folder = join(import.meta.dirname, "../.screens");
mkdirSync(folder, { recursive: true });

let answers: Answers = {};
const { server, origin } = await serve(() => answers);
const browser = await openBrowser();
let faulty = 0;
for (const screen of [...PORTAL_SCREENS, ...STAFF_SCREENS, ...ACCOUNT_SCREENS].filter(({ name }) => name.startsWith(screenName))) {
  for (const view of VIEWS.filter(({ name }) => name.startsWith(viewName))) {
    answers = inLanguage(screen.answers, view.locale.slice(0, 2).toUpperCase());
    const faults = await inspect(browser, origin, screen, view, join(folder, `${screen.name}-${view.name}.png`));
    faulty += faults.length;
    if (faults.length > 0) console.log(`${screen.name} (${view.name})\n  ${faults.join("\n  ")}`);
  }
}
await browser.close();
server.close();
console.log(faulty === 0 ? "Every screen is as it should be." : `${faulty} faults.`);
process.exitCode = faulty === 0 ? 0 : 1;

/** The same answers for a person of another language. */
function inLanguage(original: Answers, language: string): Answers {
  return JSON.parse(JSON.stringify(original).replaceAll('"language":"EN"', `"language":"${language}"`)) as Answers;
}
