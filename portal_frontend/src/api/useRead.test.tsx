import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { cacheExchange, Client, fetchExchange, gql, Provider } from "urql";
import { expect, test, vi } from "vitest";
import { useRead } from "./useRead.ts";

const One = gql`
  query One($id: ID!) {
    one(id: $id) {
      name
    }
  }
` as TypedDocumentNode<{ one: { name: string } }, { id: string }>;

test("a page that reads by itself goes on showing what it has, until somebody asks or something else is shown", async () => {
  let name: string | null = "first";
  const fetch = vi.fn(async () => {
    if (name === null) throw new TypeError("away");
    return new Response(JSON.stringify({ data: { one: { name } } }), { headers: { "Content-Type": "application/json" } });
  });
  const client = new Client({ url: "/graphql", exchanges: [cacheExchange, fetchExchange], preferGetMethod: false, fetch });
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  const { result, rerender } = renderHook(({ id }) => useRead(One, { id }), { wrapper, initialProps: { id: "1" } });
  await waitFor(() => expect(result.current.data?.one.name).toBe("first"));

  name = null;
  act(() => result.current.refresh());
  await waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
  await new Promise((done) => setTimeout(done, 20));
  expect(result.current.data?.one.name).toBe("first");
  expect(result.current.error).toBeNull();

  name = "second";
  act(() => result.current.refresh());
  await waitFor(() => expect(result.current.data?.one.name).toBe("second"));

  name = null;
  act(() => result.current.again());
  await waitFor(() => expect(result.current.error?.code).toBe("NO_ANSWER"));
  rerender({ id: "2" });
  await waitFor(() => expect(result.current.error?.code).toBe("NO_ANSWER"));
  expect(result.current.data).toBeUndefined();
});

test("a refusal stays while the page looks by itself whether it still holds", async () => {
  let answers: ((body: unknown) => void)[] = [];
  const fetch = vi.fn(
    () =>
      new Promise<Response>((done) => {
        answers = [...answers, (body) => done(new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } }))];
      }),
  );
  const client = new Client({ url: "/graphql", exchanges: [cacheExchange, fetchExchange], preferGetMethod: false, fetch });
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  const { result } = renderHook(() => useRead(One, { id: "1" }), { wrapper });
  const refusal = { data: null, errors: [{ message: "There is none.", extensions: { code: "NOT_FOUND" } }] };
  await waitFor(() => expect(answers).toHaveLength(1));
  act(() => answers[0]?.(refusal));
  await waitFor(() => expect(result.current.error?.code).toBe("NOT_FOUND"));
  act(() => result.current.refresh());
  await waitFor(() => expect(answers).toHaveLength(2));
  expect(result.current.error?.code).toBe("NOT_FOUND");
  expect(result.current.loading).toBe(false);
  act(() => answers[1]?.({ data: { one: { name: "there" } } }));
  await waitFor(() => expect(result.current.data?.one.name).toBe("there"));
  expect(result.current.error).toBeNull();
});
