import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeListeners } from "./listeners.ts";

let visible = true;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  visible = true;
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => (visible ? "visible" : "hidden"));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("what happens in quick succession is read once, and much of it seldom", () => {
  const listeners = makeListeners();
  const read = vi.fn();
  listeners.add({ accountId: null, read });
  for (let change = 0; change < 5; change++) listeners.changed(`acc_${change}`);
  expect(read).not.toHaveBeenCalled();
  vi.advanceTimersByTime(150);
  expect(read).toHaveBeenCalledTimes(1);
  for (let tenth = 0; tenth < 100; tenth++) {
    listeners.changed("acc_1");
    vi.advanceTimersByTime(100);
  }
  expect(read.mock.calls.length).toBeGreaterThanOrEqual(5);
  expect(read.mock.calls.length).toBeLessThanOrEqual(6);
});

test("one account concerns its own page, and anything may have changed after a pause", () => {
  const listeners = makeListeners();
  const read = vi.fn();
  listeners.add({ accountId: "acc_1", read });
  listeners.changed("acc_2");
  vi.advanceTimersByTime(5000);
  expect(read).not.toHaveBeenCalled();
  listeners.changed(null);
  vi.advanceTimersByTime(5000);
  expect(read).toHaveBeenCalledTimes(1);
});

test("a page nobody looks at waits until somebody does", () => {
  const listeners = makeListeners();
  const read = vi.fn();
  listeners.add({ accountId: null, read });
  visible = false;
  listeners.changed("acc_1");
  vi.advanceTimersByTime(5000);
  expect(read).not.toHaveBeenCalled();
  visible = true;
  listeners.seen();
  listeners.seen();
  expect(read).toHaveBeenCalledTimes(1);
});

test("who has left is not called", () => {
  const listeners = makeListeners();
  const read = vi.fn();
  const leave = listeners.add({ accountId: null, read });
  listeners.changed("acc_1");
  leave();
  vi.advanceTimersByTime(5000);
  expect(read).not.toHaveBeenCalled();
  expect(listeners.concern).toBeUndefined();
});

test("one account is watched alone, and all where there is more than one", () => {
  const listeners = makeListeners();
  const read = vi.fn();
  listeners.add({ accountId: "acc_1", read });
  const leave = listeners.add({ accountId: "acc_1", read });
  expect(listeners.concern).toBe("acc_1");
  const close = listeners.add({ accountId: null, read });
  expect(listeners.concern).toBeNull();
  leave();
  close();
  expect(listeners.concern).toBe("acc_1");
});
