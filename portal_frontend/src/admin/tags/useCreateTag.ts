import { asApiError } from "../../api/errors.ts";
import { useSend } from "../../api/useSend.ts";
import { warn } from "../../ui/tell.tsx";
import { useErrorWords } from "../../ui/useErrorWords.ts";
import type { TagLookFragment } from "../generated/graphql";
import { CreateTagMutation } from "./documents.ts";
import { nextColour } from "./tagColours.ts";

/** Makes a tag in passing, in a colour that the others have least; null if it was refused, which is said. */
export function useCreateTag() {
  const send = useSend();
  const { titleOf } = useErrorWords();
  return async (name: string, others: readonly TagLookFragment[]): Promise<TagLookFragment | null> => {
    try {
      const { createTag } = await send(CreateTagMutation, { input: { name, color: nextColour(others) } });
      return createTag.tag;
    } catch (thrown) {
      const error = asApiError(thrown);
      warn(error.fields[0]?.message ?? titleOf(error));
      return null;
    }
  };
}
