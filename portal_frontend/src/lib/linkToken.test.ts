import { beforeEach, expect, test } from "vitest";
import { forgetLinkToken, linkToken, takeLinkToken, watchLinkTokens } from "./linkToken.ts";

beforeEach(() => sessionStorage.clear());

test("the secret leaves the address and survives a reload of the tab", () => {
  window.history.replaceState(null, "", "/activate#inv_secret");
  watchLinkTokens(["/activate"]);
  expect(window.location.href).not.toContain("inv_secret");
  takeLinkToken();
  expect(linkToken("/activate")).toBe("inv_secret");
});

test("a page that takes no links leaves the hash alone", () => {
  window.history.replaceState(null, "", "/a/acc_1#main");
  watchLinkTokens(["/activate"]);
  expect(window.location.hash).toBe("#main");
  expect(linkToken("/a/acc_1")).toBeNull();
});

test("a link that was used is forgotten", () => {
  window.history.replaceState(null, "", "/activate#inv_secret");
  takeLinkToken();
  forgetLinkToken("/activate");
  expect(linkToken("/activate")).toBeNull();
});
