import { useLingui } from "@lingui/react/macro";

/** What is missing in a draft, in words. */
export function useDraftWords() {
  const { t } = useLingui();
  return {
    name: t`Please enter the name.`,
    email: t`A login needs an e-mail address.`,
    contact: t`Please choose a contact, or enter a new one.`,
  };
}
