import { useLingui } from "@lingui/react/macro";
import type { RIGHTS } from "./linkDraft.ts";

/** The rights of a contact in an account (CON-5), each with what it means. */
export function useRightWords(): Record<(typeof RIGHTS)[number], { label: string; sentence: string }> {
  const { t } = useLingui();
  return {
    commercial: { label: t`Commercial`, sentence: t`First point of contact for the agreement; gets the invoices.` },
    operational: { label: t`Operational`, sentence: t`Gets the automatic notices of cases and workflows.` },
  };
}
