import { fromAddressValues, toAddressValues } from "../../forms/AddressFields.tsx";
import { formatPhone } from "../../lib/phone.ts";
import type { ContactFactsFragment, UpdateContactInput } from "../generated/graphql";
import type { ContactValues } from "./linkDraft.ts";

/** A stored person as the fields of a form. */
export const toContactValues = (contact: ContactFactsFragment, country: string): ContactValues => ({
  firstName: contact.firstName,
  lastName: contact.lastName,
  email: contact.email ?? "",
  phone: contact.phone ? formatPhone(contact.phone) : "",
  phoneCountry: contact.phoneCountry ?? country,
  language: contact.language ?? null,
  address: toAddressValues(contact.address),
});

/** What was changed, as the API takes it; a phone always goes with its country. */
export function toContactChanges(
  changes: Partial<ContactValues>,
  before: ContactValues,
): Omit<UpdateContactInput, "id" | "version"> {
  const { firstName, lastName, email, language, address } = changes;
  const { phone: typed, phoneCountry } = { ...before, ...changes };
  const phone = typed.trim();
  const isPhoneChanged = changes.phone !== undefined || (changes.phoneCountry !== undefined && phone !== "");
  return {
    ...(firstName !== undefined && { firstName: firstName.trim() }),
    ...(lastName !== undefined && { lastName: lastName.trim() }),
    ...(email !== undefined && { email: email.trim() || null }),
    ...(isPhoneChanged && { phone: phone || null, phoneCountry: phone ? phoneCountry : null }),
    ...(language !== undefined && { language }),
    ...(address !== undefined && { address: fromAddressValues(address) }),
  };
}
