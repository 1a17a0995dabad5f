import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { Client, fetchExchange, gql, Provider } from "urql";
import { expect, test, vi } from "vitest";
import { type Connection, useReadPages } from "./useReadPages.ts";

interface Row {
  id: string;
}
type Data = { rows: Connection<Row> };
type Variables = { search: string; after?: string | null };
const Rows = gql`query Rows($search: String!, $after: String) { rows(search: $search, after: $after) { id } }` as TypedDocumentNode<Data, Variables>;

const PAGES: Record<string, Connection<Row>> = {
  "": { nodes: [{ id: "1" }, { id: "2" }], pageInfo: { hasNextPage: true, endCursor: "two" }, totalCount: 3 },
  two: { nodes: [{ id: "2" }, { id: "3" }], pageInfo: { hasNextPage: false, endCursor: "three" }, totalCount: 3 },
};

function clientOf(answer: (variables: Variables) => unknown) {
  const fetch = vi.fn(async (_url: unknown, init?: RequestInit) => {
    const { variables } = JSON.parse(String(init?.body)) as { variables: Variables };
    return new Response(JSON.stringify(answer(variables)), { headers: { "Content-Type": "application/json" } });
  });
  const client = new Client({ url: "/graphql", exchanges: [fetchExchange], preferGetMethod: false, fetch });
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  return { wrapper, fetch };
}

const rowsOf = ({ rows }: Data) => rows;

test("pages follow one another, and a row on two of them is shown once", async () => {
  const { wrapper } = clientOf(({ after }) => ({ data: { rows: PAGES[after ?? ""] } }));
  const { result } = renderHook(() => useReadPages(Rows, { search: "" }, rowsOf), { wrapper });
  expect(result.current.loading).toBe(true);
  await waitFor(() => expect(result.current.nodes).toHaveLength(2));
  act(() => result.current.more?.());
  expect(result.current.nodes).toHaveLength(2);
  await waitFor(() => expect(result.current.nodes?.map(({ id }) => id)).toEqual(["1", "2", "3"]));
  expect(result.current.more).toBeNull();
  expect(result.current.totalCount).toBe(3);
});

test("another search begins anew", async () => {
  const { wrapper, fetch } = clientOf(({ search, after }) => ({
    data: { rows: search ? { nodes: [{ id: search }], pageInfo: { hasNextPage: false } } : PAGES[after ?? ""] },
  }));
  const { result, rerender } = renderHook(({ search }) => useReadPages(Rows, { search }, rowsOf), {
    wrapper,
    initialProps: { search: "" },
  });
  await waitFor(() => expect(result.current.nodes).toHaveLength(2));
  rerender({ search: "x" });
  expect(result.current.loading).toBe(true);
  await waitFor(() => expect(result.current.nodes).toEqual([{ id: "x" }]));
  expect(fetch).toHaveBeenCalledTimes(2);
});

test("a refusal is told, and trying again asks anew", async () => {
  let broken = true;
  const refusal = { errors: [{ message: "Busy.", extensions: { code: "UNAVAILABLE" } }] };
  const { wrapper } = clientOf(({ after }) => (broken ? refusal : { data: { rows: PAGES[after ?? ""] } }));
  const { result } = renderHook(() => useReadPages(Rows, { search: "" }, rowsOf), { wrapper });
  await waitFor(() => expect(result.current.error?.code).toBe("UNAVAILABLE"));
  broken = false;
  act(() => result.current.again());
  await waitFor(() => expect(result.current.nodes).toHaveLength(2));
  expect(result.current.error).toBeNull();
});

test("a page that reads by itself goes on showing what it has when there is no answer", async () => {
  let name = "1";
  let broken = false;
  const { wrapper, fetch } = clientOf(() => {
    if (broken) throw new TypeError("away");
    return { data: { rows: { nodes: [{ id: name }], pageInfo: { hasNextPage: false } } } };
  });
  const { result } = renderHook(() => useReadPages(Rows, { search: "" }, rowsOf), { wrapper });
  await waitFor(() => expect(result.current.nodes).toEqual([{ id: "1" }]));
  broken = true;
  act(() => result.current.refresh());
  await waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
  await new Promise((done) => setTimeout(done, 20));
  expect(result.current.nodes).toEqual([{ id: "1" }]);
  expect(result.current.error).toBeNull();
  broken = false;
  name = "2";
  act(() => result.current.refresh());
  await waitFor(() => expect(result.current.nodes).toEqual([{ id: "2" }]));
});
