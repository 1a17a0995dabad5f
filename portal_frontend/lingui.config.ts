import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

const shared = ["api", "door", "forms", "i18n", "lib", "table", "ui"];

function catalog(name: string, folders: string[]) {
  return {
    path: `<rootDir>/src/i18n/catalogues/${name}/{locale}`,
    include: folders.map((folder) => `<rootDir>/src/${folder}`),
    exclude: ["**/*.test.*", "**/generated/**"],
  };
}

/** Three catalogues, so that the words of the staff never reach a client's browser. */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "es", "ro", "de"],
  catalogs: [catalog("shared", shared), catalog("portal", ["portal"]), catalog("admin", ["admin"])],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: "message",
});
