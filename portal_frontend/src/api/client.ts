import { i18n } from "@lingui/core";
import { cacheExchange, Client, fetchExchange, mapExchange } from "urql";
import { unsaved } from "../forms/unsaved.ts";
import { toApiError, UNAUTHENTICATED } from "./errors.ts";
import { OUTDATED, reloadOnce } from "./outdated.ts";

export type Door = "PORTAL" | "STAFF";

export interface ClientOptions {
  door: Door;
  /** Called when a read is refused because the session has ended. */
  onSessionEnded: () => void;
}

/** One client for each signed-in person: make a new one when the person changes, so no cache outlives a session.
 *  In a build every document is the id of a registered operation (`build/registeredOnly.ts`), and urql sends it as
 *  `documentId`; in development it sends the text. */
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
          if (operation.kind !== "query") return;
          const { code } = toApiError(error);
          if (code === UNAUTHENTICATED) onSessionEnded();
          if (code === OUTDATED && !unsaved.any()) reloadOnce();
        },
      }),
      fetchExchange,
    ],
  });
}
