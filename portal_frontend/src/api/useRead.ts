import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useState } from "react";
import { type AnyVariables, type CombinedError, type RequestPolicy, useQuery } from "urql";
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
  const [{ data, error, fetching, stale }, execute] = useQuery({ query, variables, ...options } as Parameters<
    typeof useQuery<Data, Variables>
  >[0]);
  const found = data ?? undefined; // of a refused read it is null
  const key = JSON.stringify(variables);
  const [refreshed, setRefreshed] = useState<string | null>(null);
  const byItself = refreshed === key;
  const again = useCallback(() => {
    setRefreshed(null);
    execute({ requestPolicy: "network-only" });
  }, [execute]);
  const refresh = useCallback(() => {
    const context: ReadContext = { byItself: true };
    setRefreshed(key);
    execute({ requestPolicy: "network-only", ...context });
  }, [execute, key]);

  const refusal = error && !fetching ? toApiError(error) : null;
  const told = found !== undefined || !fetching;
  const passing = byItself && refusal !== null && isPassing(refusal);
  const [kept, setKept] = useState<Kept<Data> | null>(null);
  if (told && !passing && (kept?.key !== key || kept.data !== found || kept.error !== error)) {
    setKept({ key, data: found, error, refusal });
  }
  const shown = byItself && kept?.key === key && (!told || passing) ? kept : { data: found, refusal };
  return {
    data: shown.data,
    error: shown.refusal,
    loading: fetching && shown.data === undefined && !shown.refusal,
    refreshing: stale || (fetching && shown.data !== undefined),
    again,
    refresh,
  };
}

/** What was shown before the page began to read by itself. */
interface Kept<Data> {
  key: string;
  data: Data | undefined;
  error: CombinedError | undefined;
  refusal: ApiError | null;
}
