import { createContext, useContext } from "react";

/** Asks for the password in place; true when the person is signed in again. Null outside a session. */
export type Reauthenticate = () => Promise<boolean>;

export const ReauthenticateContext = createContext<Reauthenticate | null>(null);

export const useReauthenticate = () => useContext(ReauthenticateContext);
