import { useLingui } from "@lingui/react/macro";
import type { TagColor } from "../generated/graphql";

/** The names of the colours. */
export function useTagWords(): Record<TagColor, string> {
  const { t } = useLingui();
  return {
    GRAY: t`Grey`,
    RED: t`Red`,
    ORANGE: t`Orange`,
    YELLOW: t`Yellow`,
    LIME: t`Lime`,
    GREEN: t`Green`,
    TEAL: t`Teal`,
    CYAN: t`Cyan`,
    BLUE: t`Blue`,
    INDIGO: t`Indigo`,
    VIOLET: t`Violet`,
    GRAPE: t`Purple`,
    PINK: t`Pink`,
  };
}
