import { beforeEach, expect, test, vi } from "vitest";
import { showMail } from "./showMail.ts";

function frameOf() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const view = frame.contentWindow as unknown as { CSSStyleSheet: unknown };
  view.CSSStyleSheet = class {
    text = "";
    replaceSync(text: string) {
      this.text = text;
    }
  };
  return frame;
}

beforeEach(() => document.body.replaceChildren());

const html = `<html lang="de"><head><style>p { color: red }</style></head>
<body style="margin: 0"><p style="color: blue" onclick="alert(1)">Hello</p><script>alert(2)</script>
<a href="javascript:alert(3)">x</a><form action="/"><input></form></body></html>`;

test("an e-mail keeps its looks without a style attribute being read from text", () => {
  const frame = frameOf();
  showMail(frame, html);
  const inside = frame.contentDocument;
  expect(inside?.querySelector("p")?.style.color).toBe("blue");
  expect(inside?.body.style.margin).toBe("0px");
  expect(inside?.adoptedStyleSheets).toMatchObject([{ text: "p { color: red }" }]);
  expect(inside?.documentElement.lang).toBe("de");
});

// E8
test("nothing in it can run or lead astray", () => {
  const alerted = vi.spyOn(window, "alert").mockImplementation(() => undefined);
  const frame = frameOf();
  showMail(frame, html);
  const inside = frame.contentDocument;
  expect(inside?.querySelector("script, form, style")).toBeNull();
  expect(inside?.querySelector("p")?.getAttribute("onclick")).toBeNull();
  expect(inside?.querySelector("a")?.getAttribute("href")).toBeNull();
  expect(alerted).not.toHaveBeenCalled();
});

test("a newer e-mail takes the place of the one shown", () => {
  const frame = frameOf();
  showMail(frame, html);
  showMail(frame, "<p>Second</p>");
  expect(frame.contentDocument?.body.textContent?.trim()).toBe("Second");
});
