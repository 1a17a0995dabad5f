import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback } from "react";
import { type AnyVariables, useClient } from "urql";
import { ApiError, NO_ANSWER, toApiError, UNAUTHENTICATED } from "./errors.ts";
import { useReauthenticate } from "./reauthenticate.ts";

export type Send = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** Runs a mutation and gives its data or throws an ApiError. When the session has ended meanwhile, it asks for
 *  the password in place and sends once more, so nothing typed is lost. */
export function useSend(): Send {
  const client = useClient();
  const reauthenticate = useReauthenticate();
  return useCallback(
    async (document, variables) => {
      const attempt = async () => {
        const { data, error } = await client.mutation(document, variables).toPromise();
        if (error) throw toApiError(error);
        if (!data) throw new ApiError(NO_ANSWER, "");
        return data;
      };
      try {
        return await attempt();
      } catch (thrown) {
        const ended = thrown instanceof ApiError && thrown.code === UNAUTHENTICATED;
        if (!ended || !reauthenticate || !(await reauthenticate())) throw thrown;
        return await attempt();
      }
    },
    [client, reauthenticate],
  );
}
