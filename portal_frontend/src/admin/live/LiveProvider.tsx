import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconUserCheck } from "@tabler/icons-react";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo, useState } from "react";
import { useClient } from "urql";
import type { LiveContext } from "../../api/live.ts";
import { AccountChangedSubscription, InvitationChangedSubscription } from "./documents.ts";
import { type Listener, makeListeners } from "./listeners.ts";

/** After the socket was closed: whether the session has ended is told by the next read, which goes its own way. */
const ENDED = 1000;

const LiveContextOfAdmin = createContext<((listener: Listener) => () => void) | null>(null);

/** Hears what changes in the firm while a page is open that shows accounts, and says who has come into the portal. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const client = useClient();
  const listeners = useMemo(() => makeListeners(), []);
  const [concern, setConcern] = useState<string | null>();
  const [said, setSaid] = useState("");

  const say = useEffectEvent((contactId: string, who: string) => {
    const message = t`${who} has activated their access.`;
    setSaid(message);
    // Read out by the region below, politely; what is seen is not to be read out a second time.
    const icon = <IconUserCheck size={18} aria-hidden />;
    notifications.show({ id: `activated-${contactId}`, message, icon, withBorder: true, autoClose: 8000, role: "none" });
  });

  useEffect(() => {
    if (concern === undefined) return undefined;
    const variables = { id: concern };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const context: LiveContext = { onConnected: () => listeners.changed(null) };
    const fail = () => {
      timer ??= setTimeout(() => listeners.changed(null), ENDED);
    };
    const accounts = client.subscription(AccountChangedSubscription, variables, context).subscribe(({ data, error }) => {
      if (data) listeners.changed(data.accountChanged.account.id);
      else if (error) fail();
    });
    const invitations = client.subscription(InvitationChangedSubscription, variables).subscribe(({ data }) => {
      if (!data?.invitationChanged.actions.includes("contact.activated")) return;
      const { contact } = data.invitationChanged.accountContact;
      say(contact.id, contact.name);
    });
    const look = () => document.visibilityState === "visible" && listeners.seen();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      accounts.unsubscribe();
      invitations.unsubscribe();
      document.removeEventListener("visibilitychange", look);
    };
  }, [concern, client, listeners]);

  const listen = useMemo(
    () => (listener: Listener) => {
      const forget = listeners.add(listener);
      setConcern(listeners.concern);
      return () => {
        forget();
        setConcern(listeners.concern);
      };
    },
    [listeners],
  );

  return (
    <LiveContextOfAdmin value={listen}>
      {children}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </LiveContextOfAdmin>
  );
}

/** Reads again when an account changes: the one, or with null any. */
export function useLive(accountId: string | null, read: () => void): void {
  const listen = useContext(LiveContextOfAdmin);
  const readAgain = useEffectEvent(read);
  useEffect(() => listen?.({ accountId, read: () => readAgain() }), [listen, accountId]);
}
