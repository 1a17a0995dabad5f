import { emptyAccount, type NewAccount } from "./newAccount.ts";

const KEY = "antesala.new-account:";

/** Keeps what is typed in this tab, for one colleague, until the account is made or the draft is dropped. */
export function draftStore(personId: string) {
  const key = KEY + personId;
  return {
    read(phoneCountry: string): NewAccount | null {
      const empty = emptyAccount(phoneCountry);
      try {
        const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
        return isDraft(stored, empty) ? stored : null;
      } catch {
        return null;
      }
    },
    write: (account: NewAccount) => sessionStorage.setItem(key, JSON.stringify(account)),
    forget: () => sessionStorage.removeItem(key),
  };
}

/** A draft of an older version of this page has another shape and is dropped. */
function isDraft(stored: unknown, empty: NewAccount): stored is NewAccount {
  return sameShape(stored, empty) && (stored as NewAccount).contacts.every((link) => sameShape(link, empty.contacts[0]));
}

function sameShape(stored: unknown, model: unknown): boolean {
  if (Array.isArray(model)) return Array.isArray(stored);
  if (typeof model !== "object" || model === null) return model === null || typeof stored === typeof model;
  if (typeof stored !== "object" || stored === null) return false;
  const parts = stored as Record<string, unknown>;
  return Object.entries(model).every(([name, value]) => name in parts && sameShape(parts[name], value));
}
