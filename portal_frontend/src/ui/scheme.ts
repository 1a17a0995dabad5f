import { localStorageColorSchemeManager } from "@mantine/core";

/** The same key is read by the script that runs before the first paint (build/earlyScheme.ts). */
export const schemeStore = localStorageColorSchemeManager({ key: "antesala.scheme" });
