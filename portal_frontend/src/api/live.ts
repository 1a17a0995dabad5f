import type { Client, Sink, SubscribePayload } from "graphql-ws";
import type { SubscriptionForwarder, SubscriptionOperation } from "urql";
import type { Door } from "./client.ts";

/** What a subscription may bring along in urql's context. */
export interface LiveContext {
  /** Called when the socket stands, anew too: whatever was read before may have changed unheard since. */
  onConnected?: () => void;
}

const LINGER = 5000;
/** Between tries to come back: half a second, then twice as long each time, at most four; after a while half a minute. */
const pauseAfter = (tries: number) => Math.min(500 * 2 ** tries, tries < 15 ? 4000 : 30_000);

/** Subscriptions of one person over one socket. It is opened for the first and closed soon after the last, and when it
 *  is lost, opened again for as long as somebody listens. */
export function makeLive(door: Door): SubscriptionForwarder {
  let socket: Promise<Client> | undefined;
  return (request, { context }) => ({
    subscribe(sink) {
      let end = () => {};
      let ended = false;
      socket ??= import("graphql-ws").then(({ createClient }) => createClient(optionsOf(door)));
      socket.then((client) => {
        if (ended) return;
        const { onConnected } = context as LiveContext;
        const forget = onConnected ? client.on("connected", onConnected) : () => {};
        const stop = client.subscribe(payloadOf(request), sink as Sink<never>);
        end = () => {
          forget();
          stop();
        };
      }, sink.error);
      return {
        unsubscribe() {
          ended = true;
          end();
        },
      };
    },
  });
}

/** The protocol wants a text; in a build the document is an id (`build/registeredOnly.ts`), and the text empty. */
function payloadOf(request: SubscriptionOperation): SubscribePayload {
  return { ...request, query: request.query ?? "" } as SubscribePayload;
}

function optionsOf(door: Door) {
  return {
    url: `${location.origin.replace(/^http/, "ws")}/graphql`,
    connectionParams: { door },
    lazyCloseTimeout: LINGER,
    /** A line that is dead without a word, as after sleep, is noticed by speaking. */
    keepAlive: 30_000,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    /** Closed or unreached; codes that say it is of no use are not even asked about. */
    shouldRetry: (why: unknown) => !(why instanceof Error),
    /** Servers restart, and then everybody comes back: not all at once. */
    retryWait: (retries: number) =>
      new Promise<void>((done) => setTimeout(done, pauseAfter(retries) * (0.5 + Math.random() / 2))),
  };
}
