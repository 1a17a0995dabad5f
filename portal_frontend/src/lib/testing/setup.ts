import { i18n } from "@lingui/core";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";

class SilentObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

window.matchMedia = (query) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
window.ResizeObserver = SilentObserver;
Element.prototype.scrollIntoView = () => {};
Object.defineProperty(document, "adoptedStyleSheets", { value: [], writable: true });
CSSStyleSheet.prototype.replaceSync ??= () => {};

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));
afterEach(cleanup);
