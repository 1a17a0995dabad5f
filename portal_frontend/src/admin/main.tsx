import type { LoadCatalogue } from "../i18n/activate.ts";
import { watchLinkTokens } from "../lib/linkToken.ts";
import { start } from "../lib/start.tsx";

const loadFace: LoadCatalogue = (locale) => import(`../i18n/catalogues/admin/${locale}.po`);

watchLinkTokens(["/admin/activate", "/admin/recover/reset"]);

const { Admin } = await import("./Admin.tsx");
await start("staff", loadFace, <Admin />);
