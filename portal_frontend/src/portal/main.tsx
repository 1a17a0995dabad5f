import type { LoadCatalogue } from "../i18n/activate.ts";
import { watchLinkTokens } from "../lib/linkToken.ts";
import { start } from "../lib/start.tsx";

const loadFace: LoadCatalogue = (locale) => import(`../i18n/catalogues/portal/${locale}.po`);

watchLinkTokens(["/activate", "/recover/reset", "/confirm-email"]);

const { Portal } = await import("./Portal.tsx");
await start("portal", loadFace, <Portal />);
