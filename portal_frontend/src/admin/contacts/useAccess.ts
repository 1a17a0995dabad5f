import { useState } from "react";
import { asApiError } from "../../api/errors.ts";
import { useSend } from "../../api/useSend.ts";
import { warn } from "../../ui/tell.tsx";
import { useErrorWords } from "../../ui/useErrorWords.ts";
import type { LinkFragment, SetAccessInput } from "../generated/graphql";
import { SetAccessMutation } from "./documents.ts";

export type Access = Pick<LinkFragment, "login" | "notify" | "sync" | "commercial" | "operational">;

/** Toggles and rights of a link: shown as wanted at once, taken back when refused. */
export function useAccess(link: LinkFragment) {
  const { titleOf } = useErrorWords();
  const send = useSend();
  const [wanted, setWanted] = useState<Partial<Access>>({});

  /** Throws an ApiError when refused. */
  const change = async (next: Partial<Access>, invitation?: SetAccessInput["invitation"]) => {
    setWanted((before) => ({ ...before, ...next }));
    try {
      await send(SetAccessMutation, { input: { id: link.id, ...next, ...(invitation && { invitation }) } });
    } catch (thrown) {
      setWanted((before) => without(before, next));
      throw thrown;
    }
  };
  const toggle = (next: Partial<Access>) => {
    change(next).catch((thrown: unknown) => {
      const error = asApiError(thrown);
      warn(error.fields[0]?.message ?? titleOf(error));
    });
  };

  const settled = Object.entries(wanted).filter(([name, value]) => link[name as keyof Access] === value);
  if (settled.length > 0) setWanted(without(wanted, Object.fromEntries(settled)));
  const shown: Access = {
    login: wanted.login ?? link.login,
    notify: wanted.notify ?? link.notify,
    sync: wanted.sync ?? link.sync,
    commercial: wanted.commercial ?? link.commercial,
    operational: wanted.operational ?? link.operational,
  };
  return { shown, change, toggle };
}

const without = (all: Partial<Access>, some: Partial<Access>): Partial<Access> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !(name in some)));
