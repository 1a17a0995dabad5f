import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Client, Provider } from "urql";
import { unsaved } from "../forms/unsaved.ts";
import { type Door, makeClient } from "./client.ts";
import { type ApiError, asApiError } from "./errors.ts";

export interface Session<Viewer> {
  /** Undefined while it is not known yet who is there; null for a stranger. */
  viewer: Viewer | null | undefined;
  /** Why it could not be found out. */
  error: ApiError | null;
  /** True when a session ended by itself (expired, or access removed). */
  ended: boolean;
  /** True after signing out, when nobody wants to be brought back to this page. */
  left: boolean;
  begin: (viewer: Viewer) => void;
  /** The same person with newer facts (after saving the profile). */
  update: (viewer: Viewer) => void;
  end: () => void;
  again: () => void;
}

interface SessionProviderProps<Viewer> {
  door: Door;
  /** Asks the API who is there; must not read from a cache. */
  load: (client: Client) => Promise<Viewer | null>;
  children: ReactNode;
}

interface State<Viewer> {
  /** Each person gets a client of its own, so no cache outlives a session. */
  client: Client;
  viewer: Viewer | null | undefined;
  error: ApiError | null;
  departure: Departure;
}

type Departure = "NONE" | "ENDED" | "LEFT";

/** The state as one person arrives or leaves; `setState` is called when the session ends by itself. */
function someone<Viewer>(
  door: Door,
  setState: (next: State<Viewer>) => void,
  viewer: Viewer | null | undefined,
  departure: Departure = "NONE",
): State<Viewer> {
  const onSessionEnded = () => {
    if (!unsaved.any()) setState(someone<Viewer>(door, setState, null, "ENDED"));
  };
  return { client: makeClient({ door, onSessionEnded }), viewer, error: null, departure };
}

/** The session of one face: its viewer, and the client that speaks for that person alone. */
export function createSession<Viewer>() {
  const SessionContext = createContext<Session<Viewer> | null>(null);

  function SessionProvider({ door, load, children }: SessionProviderProps<Viewer>) {
    const [state, setState] = useState<State<Viewer>>(() => someone<Viewer>(door, (next) => setState(next), undefined));
    const { client } = state;
    const unasked = state.viewer === undefined && state.error === null;

    useEffect(() => {
      if (!unasked) return undefined;
      let current = true;
      load(client).then(
        (viewer) => current && setState((before) => ({ ...before, viewer })),
        (thrown: unknown) => current && setState((before) => ({ ...before, error: asApiError(thrown) })),
      );
      return () => {
        current = false;
      };
    }, [unasked, client, load]);

    const session = useMemo<Session<Viewer>>(
      () => ({
        viewer: state.viewer,
        error: state.error,
        ended: state.departure === "ENDED",
        left: state.departure === "LEFT",
        begin: (viewer) => setState(someone(door, setState, viewer)),
        update: (viewer) => setState((before) => ({ ...before, viewer })),
        end: () => setState(someone<Viewer>(door, setState, null, "LEFT")),
        again: () => setState((before) => ({ ...before, error: null })),
      }),
      [state, door],
    );

    return (
      <Provider value={client}>
        <SessionContext value={session}>{children}</SessionContext>
      </Provider>
    );
  }

  function useSession(): Session<Viewer> {
    const session = useContext(SessionContext);
    if (!session) throw new Error("useSession needs a SessionProvider");
    return session;
  }

  return { SessionProvider, useSession };
}
