import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useState } from "react";
import { type AnyVariables, type RequestPolicy, useQuery } from "urql";
import type { ReadContext } from "./client.ts";
import { type ApiError, isPassing, toApiError } from "./errors.ts";

export interface Reading<Data> {
  data: Data | undefined;
  error: ApiError | null;
  /** True only while there is nothing to show yet. */
  loading: boolean;
  /** True while newer data is on its way behind what is shown. */
  refreshing: boolean;
  again: () => void;
  /** The same without anybody's hand: it does not keep the session from ending, and may fail in passing unseen. */
  refresh: () => void;
}

/** A query in the shape pages want it: data, loading, error, and a way to try again. */
export function useRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: { pause?: boolean; requestPolicy?: RequestPolicy } = {},
): Reading<Data> {
  const [{ data: found, error, fetching, stale, operation }, execute] = useQuery({ query, variables, ...options } as Parameters<
    typeof useQuery<Data, Variables>
  >[0]);
  const again = useCallback(() => execute({ requestPolicy: "network-only" }), [execute]);
  const refresh = useCallback(() => {
    const context: ReadContext = { byItself: true };
    execute({ requestPolicy: "network-only", ...context });
  }, [execute]);
  const refusal = error && !fetching ? toApiError(error) : null;
  const key = JSON.stringify(variables);
  const [kept, setKept] = useState<{ key: string; data: Data } | null>(null);
  if (found !== undefined && (kept?.key !== key || kept.data !== found)) setKept({ key, data: found });
  const { byItself } = (operation?.context ?? {}) as ReadContext;
  const unseen = found === undefined && kept?.key === key && byItself && (fetching || (refusal && isPassing(refusal)));
  const data = unseen ? kept.data : found;
  return {
    data,
    error: unseen ? null : refusal,
    loading: fetching && data === undefined,
    refreshing: stale || (fetching && data !== undefined),
    again,
    refresh,
  };
}
