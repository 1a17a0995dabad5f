import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { adminInDevelopment } from "./build/adminInDevelopment.ts";
import { earlyScheme } from "./build/earlyScheme.ts";
import { facesApart } from "./build/facesApart.ts";
import { registeredOnly } from "./build/registeredOnly.ts";
import { strictCsp } from "./build/strictCsp.ts";

const server = process.env.ANTESALA_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [
    strictCsp(),
    earlyScheme(),
    adminInDevelopment(),
    facesApart(),
    registeredOnly(),
    react(),
    lingui(),
    babel({ presets: [linguiTransformerBabelPreset()] }),
  ],
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "admin.html", "graphiql.html"] },
  },
  server: {
    proxy: Object.fromEntries(
      ["/graphql", "/logos", "/firm", "/mailbox"].map((path) => [path, { target: server, ws: path === "/graphql" }]),
    ),
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/lib/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    maxWorkers: 2,
    isolate: false,
  },
});
