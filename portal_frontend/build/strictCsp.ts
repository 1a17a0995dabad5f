import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const replacements: Record<string, string> = {
  "/@mantine/core/esm/core/InlineStyles/InlineStyles.mjs": "../src/ui/csp/InlineStyles.tsx",
  "/react-style-singleton/dist/es2015/singleton.js": "../src/ui/csp/styleSingleton.ts",
};

/** Two modules of our dependencies write `<style>` elements, which `style-src 'self'` refuses. They are
 *  replaced by ones that adopt constructed style sheets, so no page needs a nonce. */
export function strictCsp(): Plugin {
  return {
    name: "strict-csp",
    enforce: "pre",
    apply: "build",
    load(id) {
      for (const [end, own] of Object.entries(replacements)) {
        if (id.endsWith(end)) {
          const path = fileURLToPath(new URL(own, import.meta.url));
          return `export * from ${JSON.stringify(path)};`;
        }
      }
      return null;
    },
  };
}
