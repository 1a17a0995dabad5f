import { gql } from "urql";
import { expect, test, vi } from "vitest";
import { makeClient, type ReadContext } from "./client.ts";

test("a read that nobody's hand has asked for says so", async () => {
  const sent: Headers[] = [];
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    sent.push(new Headers(init.headers));
    return new Response('{"data":{"viewer":null}}', { headers: { "Content-Type": "application/json" } });
  });
  const client = makeClient({ door: "STAFF", onSessionEnded: () => {} });
  const byItself: ReadContext = { byItself: true };
  const query = gql`
    query Who {
      viewer {
        id
      }
    }
  `;
  await client.query(query, {}, { requestPolicy: "network-only", ...byItself }).toPromise();
  await client.query(query, {}, { requestPolicy: "network-only" }).toPromise();
  vi.unstubAllGlobals();
  expect(sent.map((headers) => headers.get("Antesala-By-Itself"))).toEqual(["1", null]);
  expect(sent.map((headers) => headers.get("Antesala-Door"))).toEqual(["STAFF", "STAFF"]);
});
