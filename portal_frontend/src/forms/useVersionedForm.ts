import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { ApiError } from "../api/errors.ts";
import { changesOf } from "./changesOf.ts";
import { type SaveForm, type SaveFormOptions, useSaveForm } from "./useSaveForm.ts";

const STALE = "STALE";

export interface Versioned<Values> {
  version: number;
  values: Values;
}

interface VersionedFormOptions<Values> extends Omit<SaveFormOptions<Values>, "initialValues" | "save"> {
  /** The newest that is known; it may change while somebody types. */
  current: Versioned<Values>;
  /** Sends what was changed, on top of this version; gives what is stored then. */
  send: (version: number, changes: Partial<Values>) => Promise<Versioned<Values>>;
  /** Reads `current` anew after somebody else was faster. */
  reload: () => void;
}

/** A form over something others may change too: their changes come in around what was typed, and nothing typed
 *  is lost. */
export function useVersionedForm<Values extends Record<string, unknown>>({
  current,
  send,
  reload,
  ...options
}: VersionedFormOptions<Values>): SaveForm<Values> {
  const { t } = useLingui();
  const base = useRef(current);
  const form = useSaveForm<Values>({
    ...options,
    initialValues: current.values,
    async save(values) {
      const { version, values: before } = base.current;
      try {
        rebase(await send(version, changesOf(values, before)), {});
      } catch (thrown) {
        if (!(thrown instanceof ApiError) || thrown.code !== STALE) throw thrown;
        reload();
        throw new ApiError(
          STALE,
          t`Somebody else changed this in the meantime. The newest version is shown now, with your changes on top: please look at it and save again.`,
        );
      }
    },
  });

  const rebase = (next: Versioned<Values>, changes: Partial<Values>) => {
    base.current = next;
    form.form.setInitialValues(next.values);
    form.form.setValues({ ...next.values, ...changes });
  };

  useEffect(() => {
    if (current.version > base.current.version) rebase(current, changesOf(form.form.getValues(), base.current.values));
  });

  return form;
}
