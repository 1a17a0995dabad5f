import { type AddressValues, fromAddressValues, NO_ADDRESS } from "../../../forms/AddressFields.tsx";
import { emptyLink, type LinkDraft, nameOf, toLinkInput } from "../../contacts/linkDraft.ts";
import type { Choice } from "../../invitations/choice.ts";
import type { AccountType, Category, CreateAccountInput, Stage } from "../../generated/graphql";

/** What the two steps fill in; shaped like the API's input, so that its errors find their fields. */
export interface NewAccount extends Record<string, unknown> {
  type: AccountType;
  name: string;
  companyName: string;
  companyAddress: AddressValues;
  category: Category;
  stage: Stage;
  staffIds: string[];
  tagIds: string[];
  contacts: LinkDraft[];
  /** The personal message of the invitations. */
  message: string;
}

export const emptyAccount = (phoneCountry: string): NewAccount => ({
  type: "INDIVIDUAL",
  name: "",
  companyName: "",
  companyAddress: NO_ADDRESS,
  category: "CLIENT",
  stage: "CLIENT",
  staffIds: [],
  tagIds: [],
  contacts: [emptyLink(phoneCountry)],
  message: "",
});

/** The name the account gets when none is typed (ACC-2). */
export function derivedName({ type, companyName, contacts }: NewAccount): string {
  const [first] = contacts;
  return (type === "COMPANY" && companyName.trim()) || (first ? nameOf(first) : "");
}

export const shownName = (account: NewAccount) => account.name.trim() || derivedName(account);

export type Step = 1 | 2;

/** The step that holds the field of an error. */
export const stepOf = (path: string): Step => (path === "contacts" || path.startsWith("contacts.") ? 2 : 1);

/** The field of an error: a tag that is gone is told at the field of all tags. */
export const pathOf = (apiField: string) => (apiField.startsWith("tagIds.") ? "tagIds" : apiField);

export function toCreateInput(account: NewAccount, choice: Choice | null): CreateAccountInput {
  const isCompany = account.type === "COMPANY";
  return {
    type: account.type,
    name: account.name.trim() || null,
    companyName: (isCompany && account.companyName.trim()) || null,
    companyAddress: isCompany ? fromAddressValues(account.companyAddress) : null,
    category: account.category,
    stage: account.stage,
    staffIds: account.staffIds,
    tagIds: account.tagIds,
    contacts: account.contacts.map((draft) => toLinkInput(draft, choice)),
  };
}
