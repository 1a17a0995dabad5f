import { useLingui } from "@lingui/react/macro";
import { useSend } from "../../api/useSend.ts";
import type { SaveFormOptions } from "../../forms/useSaveForm.ts";
import { useVersionedForm } from "../../forms/useVersionedForm.ts";
import { tell } from "../../ui/tell.tsx";
import type { FirmSettingsFragment, UpdateFirmInput } from "../generated/graphql";
import { UpdateFirmMutation } from "./documents.ts";
import { useShowFirm } from "./useShowFirm.ts";

export interface FirmFormProps {
  firm: FirmSettingsFragment;
  reload: () => void;
}

interface FirmFormOptions<Values> extends FirmFormProps, Pick<SaveFormOptions<Values>, "pathOf" | "validate"> {
  read: (firm: FirmSettingsFragment) => Values;
  /** What was changed, as the API takes it. */
  write: (changes: Partial<Values>) => Omit<UpdateFirmInput, "version">;
}

/** A form over some of the firm's settings. */
export function useFirmForm<Values extends Record<string, unknown>>(options: FirmFormOptions<Values>) {
  const { firm, read, write, ...rest } = options;
  const { t } = useLingui();
  const send = useSend();
  const show = useShowFirm();
  return useVersionedForm<Values>({
    ...rest,
    current: { version: firm.version, values: read(firm) },
    async send(version, changes) {
      const { updateFirm } = await send(UpdateFirmMutation, { input: { version, ...write(changes) } });
      show(updateFirm.firm);
      tell(t`The settings are saved.`);
      return { version: updateFirm.firm.version, values: read(updateFirm.firm) };
    },
  });
}
