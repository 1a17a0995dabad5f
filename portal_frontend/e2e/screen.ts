import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface View {
  name: string;
  width: number;
  height: number;
  scheme: "light" | "dark";
  locale: string;
}

export const VIEWS: View[] = [
  { name: "desk", width: 1200, height: 860, scheme: "light", locale: "en-GB" },
  { name: "night", width: 1200, height: 860, scheme: "dark", locale: "es-ES" },
  { name: "phone", width: 360, height: 740, scheme: "light", locale: "de-DE" },
  { name: "small", width: 320, height: 640, scheme: "dark", locale: "ro-RO" },
];

export interface Screen {
  name: string;
  path: string;
  /** Brings the page to the state to look at. */
  act?: (page: Page) => Promise<void>;
  /** Before the first load, such as a remembered session. */
  prepare?: (page: Page) => Promise<void>;
}

/** Opens one screen in one view; gives what is wrong with it, in words. */
export async function inspect(browser: Browser, origin: string, screen: Screen, view: View, file: string) {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.scheme,
    locale: view.locale,
    reducedMotion: "reduce",
    bypassCSP: false,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    // The script below is refused in the frame of an e-mail, as it should be.
    if (message.text().startsWith("Blocked script execution in 'about:blank'")) return;
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (entry.hadRecentInput) continue;
        const total = Number(document.documentElement.dataset.shift ?? 0) + entry.value;
        document.documentElement.dataset.shift = String(total);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await screen.prepare?.(page);
  await page.goto(origin + screen.path, { waitUntil: "networkidle" });
  const shift = Number(await page.evaluate(() => document.documentElement.dataset.shift ?? 0));
  if (shift > 0.01) faults.push(`moved while loading: ${shift.toFixed(3)}`);
  await screen.act?.(page);
  await page.waitForTimeout(250);
  await page.screenshot({ path: file, fullPage: true });
  faults.push(...(await axeFaults(page)));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) faults.push(`wider than the window by ${overflow}px`);
  await context.close();
  return faults;
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

async function axeFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const answer = await session.send("Runtime.evaluate", {
    expression: "axe.run(document, { resultTypes: ['violations'] })",
    awaitPromise: true,
    returnByValue: true,
  });
  const { violations } = answer.result.value as AxeResult;
  return violations.map(
    ({ id, help, nodes }) => `axe ${id}: ${help} ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} — ${failureSummary.split("\n").slice(1, 3).join(" ")}`).join("; ")}`,
  );
}
