/** Who wants to read again, when which account changes. */
export interface Listener {
  /** Null for any account. */
  accountId: string | null;
  read: () => void;
}

/** So long after a change, in milliseconds, that what belongs together is read together. */
const TOGETHER = 100;
/** So often at most, however much happens. */
const EVERY = 2000;

/** Tells listeners of changes: soon, seldom, and not while nobody looks at the page. */
export function makeListeners() {
  const waiting = new Map<Listener, ReturnType<typeof setTimeout> | null>();
  const last = new Map<Listener, number>();
  const unseen = new Set<Listener>();

  const read = (listener: Listener) => {
    waiting.set(listener, null);
    if (document.visibilityState !== "visible") {
      unseen.add(listener);
      return;
    }
    last.set(listener, Date.now());
    listener.read();
  };
  const plan = (listener: Listener) => {
    if (waiting.get(listener)) return;
    const since = Date.now() - (last.get(listener) ?? 0);
    waiting.set(listener, setTimeout(() => read(listener), Math.max(TOGETHER, EVERY - since)));
  };

  return {
    add(listener: Listener): () => void {
      waiting.set(listener, null);
      return () => {
        clearTimeout(waiting.get(listener) ?? undefined);
        waiting.delete(listener);
        last.delete(listener);
        unseen.delete(listener);
      };
    },
    /** An account has changed; with null perhaps any. */
    changed(accountId: string | null): void {
      for (const listener of waiting.keys()) {
        if (accountId === null || listener.accountId === null || listener.accountId === accountId) plan(listener);
      }
    },
    /** Somebody looks at the page again. */
    seen(): void {
      for (const listener of unseen) read(listener);
      unseen.clear();
    },
    /** What has to be watched for them: one account, with null every one, and undefined for none. */
    get concern(): string | null | undefined {
      const ids = new Set([...waiting.keys()].map(({ accountId }) => accountId));
      return ids.size > 1 ? null : [...ids][0];
    },
  };
}
