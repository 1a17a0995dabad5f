import type { CodegenConfig } from "@graphql-codegen/cli";
import type { DocumentNode } from "graphql";
import { formatDocument } from "urql";

/** What is registered is what the browser would send as text: with the `__typename`s that urql's cache lives on.
 *  They are added here, after the types are made, so that no type asks for them. */
function asSent(document: DocumentNode): void {
  Object.assign(document, { definitions: formatDocument(document).definitions });
}

const generates: CodegenConfig["generates"] = {};
for (const face of ["portal", "admin"]) {
  generates[`src/${face}/generated/`] = {
    preset: "client",
    documents: [`src/${face}/**/*.{ts,tsx}`, `!src/${face}/generated/**`],
    presetConfig: {
      fragmentMasking: false,
      persistedDocuments: { mode: "embedHashInDocument", hashPropertyName: "documentId", hashAlgorithm: "sha256" },
      onExecutableDocumentNode: asSent,
    },
    config: { useTypeImports: true, scalars: { DateTime: "string", ID: "string" }, enumsAsTypes: true, strictScalars: true },
  };
}

export default { schema: "../schema/schema.graphql", generates, ignoreNoDocuments: true } satisfies CodegenConfig;
