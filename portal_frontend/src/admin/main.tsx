import type { LoadCatalogue } from "../i18n/activate.ts";
import { start } from "../lib/start.tsx";

const loadFace: LoadCatalogue = (locale) => import(`../i18n/catalogues/admin/${locale}.po`);

await start("staff", loadFace, null);
