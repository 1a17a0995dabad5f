import { i18n } from "@lingui/core";
import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange, subscriptionExchange } from "urql";
import { unsaved } from "../forms/unsaved.ts";
import { toApiError, UNAUTHENTICATED } from "./errors.ts";
import { makeLive } from "./live.ts";
import { OUTDATED, reloadOnce } from "./outdated.ts";

export type Door = "PORTAL" | "STAFF";

export interface ClientOptions {
  door: Door;
  /** Called when a read is refused because the session has ended. */
  onSessionEnded: () => void;
}

/** In urql's context of a read that nobody's hand has asked for: it does not keep the session from ending. */
export interface ReadContext {
  byItself?: boolean;
}

/** One client for each signed-in person: make a new one when the person changes, so no cache outlives a session.
 *  In a build every document is the id of a registered operation (`build/registeredOnly.ts`), and urql sends it as
 *  `documentId`; in development it sends the text. */
export function makeClient({ door, onSessionEnded }: ClientOptions): Client {
  const optionsOf = (more: Record<string, string>) => (): RequestInit => ({
    credentials: "same-origin",
    headers: { "Antesala-Door": door, "Accept-Language": i18n.locale, ...more },
  });
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    requestPolicy: "cache-and-network",
    fetchOptions: optionsOf({}),
    exchanges: [
      cacheExchange,
      mapExchange({
        onOperation(operation) {
          if (!(operation.context as ReadContext).byItself) return operation;
          const fetchOptions = optionsOf({ "Antesala-By-Itself": "1" });
          return makeOperation(operation.kind, operation, { ...operation.context, fetchOptions });
        },
        onError(error, operation) {
          if (operation.kind !== "query") return;
          const { code } = toApiError(error);
          if (code === UNAUTHENTICATED) onSessionEnded();
          if (code === OUTDATED && !unsaved.any()) reloadOnce();
        },
      }),
      subscriptionExchange({ forwardSubscription: makeLive(door) }),
      fetchExchange,
    ],
  });
}
