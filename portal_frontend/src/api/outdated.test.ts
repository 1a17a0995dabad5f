import { beforeEach, expect, test, vi } from "vitest";
import { reloadOnce } from "./outdated.ts";

beforeEach(() => sessionStorage.clear());

test("a page reloads once, and not again while another server may still answer", () => {
  const reload = vi.fn();
  reloadOnce(reload);
  reloadOnce(reload);
  expect(reload).toHaveBeenCalledTimes(1);
});

test("it may reload again later", () => {
  const reload = vi.fn();
  reloadOnce(reload);
  vi.setSystemTime(Date.now() + 61_000);
  reloadOnce(reload);
  vi.useRealTimers();
  expect(reload).toHaveBeenCalledTimes(2);
});
