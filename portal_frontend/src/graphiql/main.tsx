import type { Fetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import type { DocumentNode } from "graphql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import "./page.css";

const WELCOME = `# Sign in at /admin first, then ask as that person.
query {
  viewer { name can }
  accounts(first: 5) { totalCount nodes { number name portalStatus } }
}
`;

const socket = createClient({
  url: `${location.origin.replace(/^http/, "ws")}/graphql`,
  connectionParams: { door: "STAFF" },
});

const subscribes = (document: DocumentNode, name: string | null | undefined) =>
  document.definitions.some(
    (each) =>
      each.kind === "OperationDefinition" && each.operation === "subscription" && (!name || each.name?.value === name),
  );

const ask: Fetcher = async (operation, options) => {
  if (options?.documentAST && subscribes(options.documentAST, operation.operationName)) return socket.iterate(operation);
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "Antesala-Door": "STAFF" },
    body: JSON.stringify(operation),
  });
  return response.json();
};

const root = document.getElementById("root");
if (root) createRoot(root).render(<GraphiQL fetcher={ask} defaultQuery={WELCOME} />);
