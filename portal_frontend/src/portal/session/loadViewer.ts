import type { Client } from "urql";
import { toApiError } from "../../api/errors.ts";
import type { PersonFragment } from "../generated/graphql";
import { PortalViewerQuery } from "./documents.ts";

export async function loadViewer(client: Client): Promise<PersonFragment | null> {
  const { data, error } = await client
    .query(PortalViewerQuery, {}, { requestPolicy: "network-only" })
    .toPromise();
  if (error) throw toApiError(error);
  return data?.viewer ?? null;
}
