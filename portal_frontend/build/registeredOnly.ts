import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefinitionNode, type OperationDefinitionNode, parse } from "graphql";
import type { Plugin } from "vite";

/** An operation that the server knows by its id. `until` stands at those that only pages of older builds still send. */
export interface Operation {
  document: string;
  until?: string;
}
export type Operations = Record<string, Operation>;

const FILE = "operations.json";
const DAYS = 30;
const CALL = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

/** The built pages send the id of an operation and never its text: every `graphql(…)` becomes its id, and the list of
 *  all ids goes with the build, where the server finds it. In development nothing is touched: the text is sent. */
export function registeredOnly(): Plugin {
  const faces = new Map<string, Operations>();
  let folder = "";
  let former: Operations = {};
  return {
    name: "registered-only",
    apply: "build",
    enforce: "pre",
    configResolved(config) {
      folder = config.root;
      former = readIfThere(join(config.root, config.build.outDir, FILE));
    },
    buildStart() {
      for (const face of ["portal", "admin"]) {
        const file = join(folder, "src", face, "generated/persisted-documents.json");
        const texts = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
        faces.set(face, Object.fromEntries(texts.map(([id, document]) => [id, { document }])));
      }
    },
    transform(code, id) {
      const [, face, generated] = /\/src\/(portal|admin)\/(generated\/)?/.exec(id) ?? [];
      if (generated) return { moduleSideEffects: false };
      if (!face || !code.includes("graphql(")) return null;
      return { code: withoutTexts(code, idsByName(faces.get(face) ?? {})), map: null };
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const texts = Object.entries(chunk.modules).find(([id, { code }]) => /\/generated\/g/.test(id) && code);
        if (texts) this.error(`${chunk.fileName} would carry the texts of operations (${texts[0]})`);
      }
      const current = Object.assign({}, ...faces.values()) as Operations;
      const source = JSON.stringify(withFormer(current, former, new Date()), null, 1);
      this.emitFile({ type: "asset", fileName: FILE, source });
    },
  };
}

/** The code of a module with ids for documents. A fragment is a part of those that spread it, and nothing by itself. */
export function withoutTexts(code: string, ids: ReadonlyMap<string, string>): string {
  return code.replace(CALL, (_call, text: string) => {
    const operation = parse(text).definitions.find(isOperation);
    if (!operation) return "null";
    const id = ids.get(operation.name?.value ?? "");
    if (!id) throw new Error(`${operation.name?.value ?? "an operation"} is not registered: run npm run codegen`);
    return `({ kind: "Document", definitions: [], documentId: "${id}" })`;
  });
}

export function idsByName(operations: Operations): Map<string, string> {
  return new Map(
    Object.entries(operations).map(([id, { document }]) => [
      parse(document).definitions.find(isOperation)?.name?.value ?? "",
      id,
    ]),
  );
}

/** Pages of the build before may be open for a while yet: what they send stays known for a month. */
export function withFormer(current: Operations, former: Operations, now: Date): Operations {
  const end = new Date(now.getTime() + DAYS * 86_400_000).toISOString();
  const kept = Object.entries(former)
    .map(([id, { document, until }]) => [id, { document, until: until ?? end }] as const)
    .filter(([, { until }]) => until > now.toISOString());
  return { ...Object.fromEntries(kept), ...current };
}

function readIfThere(file: string): Operations {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Operations) : {};
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === "OperationDefinition";
}
