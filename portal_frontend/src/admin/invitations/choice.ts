import type { Language } from "../generated/graphql";

export const LONGEST_MESSAGE = 2000;

/** Somebody whose login is being turned on. */
export interface Recipient {
  firstName: string;
  name: string;
  email: string;
  language: Language | null;
  /** Uses the portal already: gets a notice instead of an invitation (INV-5). */
  active: boolean;
  /** Where it is not the one of the dialog, as when many are invited again. */
  accountName?: string;
}

export interface Choice {
  send: boolean;
  message: string | null;
}
