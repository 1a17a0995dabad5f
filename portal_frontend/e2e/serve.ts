import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { idsByName, type Operations } from "../build/registeredOnly.ts";

/** What the stand-in API answers to one operation: data, or errors as the API words them. */
export type Answer = { data: unknown } | { errors: unknown[] };
export type Answers = Record<string, Answer | ((variables: Record<string, unknown>) => Answer)>;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; " +
  "require-trusted-types-for 'script'";
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
const dist = process.env.ANTESALA_DIST ?? join(import.meta.dirname, "../dist");

/** The pages ask by id; what it stands for is in the list that the build leaves for the server. */
function operationNames(): Map<string, string> {
  const operations = JSON.parse(readFileSync(join(dist, "operations.json"), "utf8")) as Operations;
  return new Map([...idsByName(operations)].map(([name, id]) => [id, name]));
}

/** Serves the built pages under the production policy, with a stand-in API that answers by operation name. */
export function serve(answers: () => Answers): Promise<{ server: Server; origin: string }> {
  const names = operationNames();
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0] ?? "/";
    if (path === "/graphql") {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        const { documentId, variables } = JSON.parse(body) as {
          documentId: string;
          variables: Record<string, unknown>;
        };
        const operationName = names.get(documentId) ?? documentId;
        const answer = answers()[operationName];
        const result = typeof answer === "function" ? answer(variables) : answer;
        response.setHeader("Content-Type", "application/graphql-response+json");
        response.end(JSON.stringify(result ?? { errors: [{ message: `no answer for ${operationName}` }] }));
      });
      return;
    }
    const file = join(dist, path);
    const asset = path.startsWith("/assets/") && existsSync(file);
    const page = path.startsWith("/admin") ? "admin.html" : "index.html";
    response.setHeader("Content-Type", asset ? (TYPES[extname(path)] ?? "application/octet-stream") : "text/html");
    response.setHeader("Content-Security-Policy", POLICY);
    response.end(readFileSync(asset ? file : join(dist, page)));
  });
  // Nothing is told over the socket; it is there, so that no page complains.
  server.on("upgrade", ({ headers }, socket) => {
    const key = `${headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accepted = createHash("sha1").update(key).digest("base64");
    const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
    lines.push(`Sec-WebSocket-Accept: ${accepted}`, "Sec-WebSocket-Protocol: graphql-transport-ws", "", "");
    socket.on("error", () => socket.destroy()).write(lines.join("\r\n"));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address) resolve({ server, origin: `http://127.0.0.1:${address.port}` });
    });
  });
}
