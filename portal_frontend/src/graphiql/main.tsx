import type { Fetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { createRoot } from "react-dom/client";
import "./page.css";

const WELCOME = `# Sign in at /admin first, then ask as that person.
query {
  viewer { name can }
  accounts(first: 5) { totalCount nodes { number name portalStatus } }
}
`;

const ask: Fetcher = async (operation) => {
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
