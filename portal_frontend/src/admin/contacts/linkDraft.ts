import { type AddressValues, fromAddressValues, NO_ADDRESS } from "../../forms/AddressFields.tsx";
import type { Choice, Recipient } from "../invitations/choice.ts";
import type { AccountContactInput, Language } from "../generated/graphql";

/** An existing contact somebody chose to link. */
export interface ChosenContact {
  id: string;
  firstName: string;
  name: string;
  email: string | null;
  language: Language | null;
  active: boolean;
}

/** The fields of a person; a type, so that a form may be made of it. */
export type ContactValues = {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  phoneCountry: string;
  language: Language | null;
  address: AddressValues;
};

export const TOGGLES = ["login", "notify", "sync"] as const;
export const RIGHTS = ["commercial", "operational"] as const;

/** A contact of an account before it is saved: shaped like the API's input, so that its errors find their fields. */
export interface LinkDraft extends Record<(typeof TOGGLES)[number] | (typeof RIGHTS)[number], boolean> {
  /** Known to this screen only. */
  key: string;
  /** Whether an existing contact is to be linked; `contact` is then left out. */
  linking: boolean;
  chosen: ChosenContact | null;
  contact: ContactValues;
}

export function emptyLink(phoneCountry: string, more: Partial<LinkDraft> = {}): LinkDraft {
  return {
    key: crypto.randomUUID(),
    linking: false,
    chosen: null,
    contact: { firstName: "", lastName: "", email: "", phone: "", phoneCountry, language: null, address: NO_ADDRESS },
    login: false,
    notify: true,
    sync: true,
    commercial: false,
    operational: false,
    ...more,
  };
}

export const nameOf = ({ linking, chosen, contact }: LinkDraft) =>
  linking ? (chosen?.name ?? "") : [contact.firstName.trim(), contact.lastName.trim()].filter(Boolean).join(" ");

export const emailOf = ({ linking, chosen, contact }: LinkDraft) =>
  linking ? (chosen?.email ?? "") : contact.email.trim();

/** The draft as the API takes it; the choice goes to those who may log in. */
export function toLinkInput(draft: LinkDraft, choice: Choice | null): AccountContactInput {
  const { linking, chosen, contact, login, notify, sync, commercial, operational } = draft;
  const phone = contact.phone.trim();
  const person = linking
    ? { contactId: chosen?.id ?? null }
    : {
        contact: {
          firstName: contact.firstName.trim(),
          lastName: contact.lastName.trim(),
          email: contact.email.trim() || null,
          phone: phone || null,
          phoneCountry: phone ? contact.phoneCountry : null,
          language: contact.language,
          address: fromAddressValues(contact.address),
        },
      };
  return { ...person, login, notify, sync, commercial, operational, invitation: login ? choice : null };
}

/** What is missing before it can be sent, by path; the API checks everything again. */
export function problemsOf(draft: LinkDraft, path: string, words: Record<"name" | "email" | "contact", string>) {
  if (draft.linking) return draft.chosen ? noEmail(draft, `${path}.login`, words) : { [`${path}.contactId`]: words.contact };
  const { firstName, lastName } = draft.contact;
  return {
    ...(!firstName.trim() && { [`${path}.contact.firstName`]: words.name }),
    ...(!lastName.trim() && { [`${path}.contact.lastName`]: words.name }),
    ...noEmail(draft, `${path}.contact.email`, words),
  };
}

const noEmail = (draft: LinkDraft, path: string, words: { email: string }): Record<string, string> =>
  draft.login && !emailOf(draft) ? { [path]: words.email } : {};

/** Who would be invited, or told. */
export function recipientOf(draft: LinkDraft): Recipient {
  const { linking, chosen, contact } = draft;
  const { firstName, language } = linking && chosen ? chosen : contact;
  const active = linking && (chosen?.active ?? false);
  return { firstName: firstName.trim(), name: nameOf(draft), email: emailOf(draft), language, active };
}
