import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useEffect, useState } from "react";
import { type AnyVariables, type OperationResult, useClient } from "urql";
import type { ReadContext } from "./client.ts";
import { type ApiError, isPassing, toApiError } from "./errors.ts";

export interface Connection<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number;
}

export interface ReadingPages<Node> {
  /** Undefined until the first page is there. */
  nodes: Node[] | undefined;
  totalCount: number | undefined;
  error: ApiError | null;
  loading: boolean;
  loadingMore: boolean;
  /** Null when everything is there. */
  more: (() => void) | null;
  again: () => void;
  /** The same without anybody's hand: it does not keep the session from ending, and may fail in passing unseen. */
  refresh: () => void;
}

type Pages<Data> = Record<string, { data?: Data | undefined; error?: ApiError | undefined }>;

/** A list by cursor. Every page on the screen is a live query, so a mutation refreshes all of them, and the
 *  rows shown stay until all that replace them are there. */
export function useReadPages<Data, Variables extends AnyVariables, Node extends { id: string }>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, "after">,
  connectionOf: (data: Data) => Connection<Node>,
): ReadingPages<Node> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [state, setState] = useState({ key, wanted: 1, attempt: 0, byItself: false, pages: {} as Pages<Data> });
  const [kept, setKept] = useState<{ key: string; connections: Connection<Node>[] } | null>(null);
  const { wanted, attempt, byItself, pages } =
    state.key === key ? state : { wanted: 1, attempt: 0, byItself: false, pages: {} };

  const cursors = [""];
  const connections: Connection<Node>[] = [];
  let error: ApiError | null = null;
  for (const cursor of cursors) {
    const page: Pages<Data>[string] | undefined = (pages as Pages<Data>)[cursor];
    error ??= page?.error ?? null;
    if (!page?.data) break;
    const connection = connectionOf(page.data);
    connections.push(connection);
    const { hasNextPage, endCursor } = connection.pageInfo;
    if (hasNextPage && endCursor && cursors.length < wanted) cursors.push(endCursor);
  }

  const asked = cursors.join(" ");
  useEffect(() => {
    const take = (cursor: string) => (result: OperationResult<Data, Variables>) => {
      if (result.stale && !result.data) return;
      const refusal = result.error && toApiError(result.error);
      if (refusal && byItself && isPassing(refusal)) return;
      const page = { data: result.data, error: refusal };
      setState((before) =>
        before.key === key
          ? { ...before, pages: { ...before.pages, [cursor]: page } }
          : { key, wanted: 1, attempt: 0, byItself: false, pages: { [cursor]: page } },
      );
    };
    const requestPolicy = attempt > 0 ? ("network-only" as const) : ("cache-and-network" as const);
    const subscriptions = asked.split(" ").map((cursor) => {
      const asking = { ...(JSON.parse(key) as Variables), after: cursor || null } as Variables;
      const context: ReadContext = { byItself };
      return client.query(query, asking, { requestPolicy, ...context }).subscribe(take(cursor));
    });
    return () => {
      for (const { unsubscribe } of subscriptions) unsubscribe();
    };
  }, [client, query, key, asked, attempt, byItself]);

  const complete = connections.length === cursors.length;
  if (complete && (kept?.key !== key || !same(kept.connections, connections))) setKept({ key, connections });
  const shown = complete || kept?.key !== key ? connections : kept.connections;
  const last = shown.at(-1);
  const loadingMore = shown.length > 0 && !complete && !error;
  const change = useCallback(
    (next: { wanted?: number; attempt?: number; byItself?: boolean }) =>
      setState((before) => ({ ...before, byItself: false, ...next })),
    [],
  );

  return {
    nodes: last && unique(shown.flatMap(({ nodes }) => nodes)),
    totalCount: shown[0]?.totalCount,
    error,
    loading: !last && !error,
    loadingMore,
    more: complete && last?.pageInfo.hasNextPage ? () => change({ wanted: cursors.length + 1 }) : null,
    again: () => change({ attempt: attempt + 1 }),
    refresh: () => change({ attempt: attempt + 1, byItself: true }),
  };
}

const same = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/** A row that moved between two pages while they were read is shown once. */
function unique<Node extends { id: string }>(nodes: Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return byId.size === nodes.length ? nodes : [...byId.values()];
}
