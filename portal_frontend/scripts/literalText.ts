import { globSync, readFileSync } from "node:fs";
import { parse } from "@babel/parser";

/** Finds words shown to people that bypass the catalogues: text between tags, and strings in props people read. */
const SHOWN_PROPS = new Set(["label", "title", "placeholder", "alt", "description", "aria-label", "error", "subtitle", "submitLabel"]);
const HAS_WORD = /\p{L}{2,}/u;

interface Node {
  type: string;
  loc?: { start: { line: number } };
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const found: string[] = [];

function look(node: Node, file: string, translated: boolean): void {
  const at = `${file}:${node.loc?.start.line ?? 0}`;
  if (!translated && node.type === "JSXText" && HAS_WORD.test(String(node.value))) {
    found.push(`${at} ${String(node.value).trim()}`);
  }
  if (node.type === "JSXAttribute" && isNode(node.name) && isNode(node.value) && node.value.type === "StringLiteral") {
    const [name, value] = [String(node.name.name), String(node.value.value)];
    if (SHOWN_PROPS.has(name) && HAS_WORD.test(value)) found.push(`${at} ${name}="${value}"`);
  }
  const inside = translated || isTranslated(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) look(child, file, inside);
  }
}

function isTranslated(node: Node): boolean {
  if (node.type !== "JSXElement" || !isNode(node.openingElement) || !isNode(node.openingElement.name)) return false;
  return ["Trans", "Plural", "Select"].includes(String(node.openingElement.name.name));
}

for (const file of globSync("src/**/*.tsx", { exclude: (path) => path.endsWith(".test.tsx") })) {
  const tree = parse(readFileSync(file, "utf8"), { sourceType: "module", plugins: ["typescript", "jsx"] });
  look(tree.program as unknown as Node, file, false);
}

if (found.length > 0) {
  console.error(`Text outside the catalogues:\n${found.join("\n")}`);
  process.exit(1);
}
