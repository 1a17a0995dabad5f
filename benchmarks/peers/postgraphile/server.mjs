// PostGraphile 5 over the same tables, bound by the same row-level security. It asks nobody who they are: the firm is
// given to it, which spares it the look at the session that this project's server makes at every request.
import { createServer } from "node:http";
import { makePgService } from "postgraphile/adaptors/pg";
import { postgraphile } from "postgraphile";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makeJSONPgSmartTagsPlugin } from "postgraphile/utils";

const { DATABASE_URL, FIRM_ID, POOL, PORT, SCHEMA_FILE } = process.env;

// Archived accounts are left out by a condition, on a column that has no index of its own.
const lifecycle = { lifecycle: { tags: { behavior: "+filterBy" } } };

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [makeJSONPgSmartTagsPlugin({ version: 1, config: { class: { accounts: { attribute: lifecycle } } } })],
  pgServices: [makePgService({ connectionString: DATABASE_URL, poolConfig: { max: Number(POOL) } })],
  grafserv: { watch: false, graphiql: false, websockets: false },
  grafast: {
    explain: false,
    context: () => ({ pgSettings: { role: "antesala_app", "app.firm_id": FIRM_ID } }),
  },
  schema: {
    defaultBehavior: "list", // plain lists beside connections: what the nested rows are asked by
    ...(SCHEMA_FILE ? { exportSchemaSDLPath: SCHEMA_FILE, sortExport: true } : {}),
  },
});

const server = createServer();
const serv = instance.createServ(grafserv);
await serv.addTo(server);
server.listen(Number(PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
