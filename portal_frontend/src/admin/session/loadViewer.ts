import type { Client } from "urql";
import { toApiError } from "../../api/errors.ts";
import type { ColleagueFragment } from "../generated/graphql";
import { AdminViewerQuery } from "./documents.ts";

export async function loadViewer(client: Client): Promise<ColleagueFragment | null> {
  const { data, error } = await client.query(AdminViewerQuery, {}, { requestPolicy: "network-only" }).toPromise();
  if (error) throw toApiError(error);
  return data?.viewer ?? null;
}
