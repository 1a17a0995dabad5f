import type { Plugin } from "vite";

/** Fails a build in which the portal's page could load a file that holds staff code, or the other way round. */
export function facesApart(): Plugin {
  const foreign = { "index.html": "/src/admin/", "admin.html": "/src/portal/" };
  return {
    name: "faces-apart",
    apply: "build",
    generateBundle(_options, bundle) {
      const reach = (file: string, seen: Set<string>): Set<string> => {
        const chunk = bundle[file];
        if (chunk?.type !== "chunk" || seen.has(file)) return seen;
        seen.add(file);
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) reach(next, seen);
        return seen;
      };
      for (const [page, folder] of Object.entries(foreign)) {
        const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.facadeModuleId?.endsWith(page));
        for (const file of entry ? reach(entry.fileName, new Set()) : []) {
          const chunk = bundle[file];
          const strangers = chunk?.type === "chunk" ? chunk.moduleIds.filter((id) => id.includes(folder)) : [];
          if (strangers.length > 0) this.error(`${page} would load ${strangers.join(", ")} in ${file}`);
        }
      }
    },
  };
}
