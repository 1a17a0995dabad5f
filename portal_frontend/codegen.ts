import type { CodegenConfig } from "@graphql-codegen/cli";

const generates: CodegenConfig["generates"] = {};
for (const face of ["portal", "admin"]) {
  generates[`src/${face}/generated/`] = {
    preset: "client",
    documents: [`src/${face}/**/*.{ts,tsx}`, `!src/${face}/generated/**`],
    presetConfig: { fragmentMasking: false },
    config: { useTypeImports: true, scalars: { DateTime: "string", ID: "string" }, enumsAsTypes: true, strictScalars: true },
  };
}

export default { schema: "../schema/schema.graphql", generates, ignoreNoDocuments: true } satisfies CodegenConfig;
