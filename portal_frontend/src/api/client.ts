import { i18n } from "@lingui/core";
import { cacheExchange, Client, fetchExchange, mapExchange } from "urql";
import { toApiError, UNAUTHENTICATED } from "./errors.ts";

export type Door = "PORTAL" | "STAFF";

export interface ClientOptions {
  door: Door;
  /** Called when a read is refused because the session has ended. */
  onSessionEnded: () => void;
}

/** One client for each signed-in person: make a new one when the person changes, so no cache outlives a session. */
export function makeClient({ door, onSessionEnded }: ClientOptions): Client {
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    requestPolicy: "cache-and-network",
    fetchOptions: () => ({
      credentials: "same-origin",
      headers: { "Antesala-Door": door, "Accept-Language": i18n.locale },
    }),
    exchanges: [
      cacheExchange,
      mapExchange({
        onError(error, operation) {
          if (operation.kind === "query" && toApiError(error).code === UNAUTHENTICATED) onSessionEnded();
        },
      }),
      fetchExchange,
    ],
  });
}
