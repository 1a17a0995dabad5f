import { Client, cacheExchange, fetchExchange, subscriptionExchange } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { idsByName, withFormer, withoutTexts } from "../../build/registeredOnly.ts";

const registered = (id: string) => ({ kind: "Document", definitions: [], documentId: id }) as never;
const answering = () => vi.fn(async (_url: unknown, _init?: RequestInit) => Response.json({ data: { done: true } }));
const bodyOf = (fetch: ReturnType<typeof answering>) => JSON.parse(String(fetch.mock.calls[0]?.[1]?.body)) as unknown;

// urql looks into documents for their kind, but for builds
beforeEach(() => vi.stubEnv("NODE_ENV", "production"));
afterEach(() => vi.unstubAllEnvs());

test("reads and writes send the id of an operation, and never its text", async () => {
  for (const kind of ["query", "mutation"] as const) {
    const fetch = answering();
    const client = new Client({ url: "http://localhost/graphql", exchanges: [cacheExchange, fetchExchange], fetch, preferGetMethod: false });
    const result = await client[kind](registered("sha256:1"), { id: "acc_1" }).toPromise();
    expect(result.data).toEqual({ done: true });
    expect(bodyOf(fetch)).toEqual({ documentId: "sha256:1", variables: { id: "acc_1" } });
  }
});

test("so do subscriptions", () => {
  const forwardSubscription = vi.fn((_body: unknown) => ({ subscribe: () => ({ unsubscribe: () => undefined }) }));
  const client = new Client({ url: "/graphql", exchanges: [subscriptionExchange({ forwardSubscription })], preferGetMethod: false });
  const { unsubscribe } = client.subscription(registered("sha256:2"), {}).subscribe(() => undefined);
  expect(forwardSubscription.mock.calls[0]?.[0]).toMatchObject({ documentId: "sha256:2", query: undefined });
  unsubscribe();
});

test("two operations with the same variables are not taken for one another", async () => {
  let answers = 0;
  const fetch = vi.fn(async () => Response.json({ data: { answer: (answers += 1) } }));
  const client = new Client({ url: "http://localhost/graphql", exchanges: [cacheExchange, fetchExchange], fetch, preferGetMethod: false });
  expect((await client.query(registered("sha256:a"), {}).toPromise()).data).toEqual({ answer: 1 });
  expect((await client.query(registered("sha256:b"), {}).toPromise()).data).toEqual({ answer: 2 });
});

test("a build puts ids where the texts were", () => {
  const ids = idsByName({ "sha256:3": { document: "fragment F on Viewer { id } query Who { viewer { ...F } }" } });
  const code = "const F = graphql(`fragment F on Viewer { id }`);\nexport const Who = graphql(\n`query Who { viewer { ...F } }`,\n);";
  expect(withoutTexts(code, ids)).toBe(
    'const F = null;\nexport const Who = ({ kind: "Document", definitions: [], documentId: "sha256:3" });',
  );
  expect(() => withoutTexts("graphql(`query New { viewer { id } }`)", ids)).toThrow("New is not registered");
});

test("what pages of the build before send stays known for a month", () => {
  const now = new Date("2026-11-22T00:00:00Z");
  const former = { old: { document: "o" }, same: { document: "s" }, older: { document: "x", until: "2026-11-21T00:00:00.000Z" } };
  const first = withFormer({ same: { document: "s" } }, former, now);
  expect(first).toEqual({ old: { document: "o", until: "2026-12-22T00:00:00.000Z" }, same: { document: "s" } });
  expect(withFormer({}, first, new Date("2026-12-01T00:00:00Z")).old?.until).toBe("2026-12-22T00:00:00.000Z");
  expect(withFormer({}, first, new Date("2026-12-23T00:00:00Z")).old).toBeUndefined();
  expect(withFormer({ old: { document: "o" } }, first, now).old).toEqual({ document: "o" });
});
