/** Shows the HTML of an e-mail in an empty frame. The frame inherits our style policy, which refuses the inline
 *  style an e-mail is made of; style set by way of the object model is ours, so it is carried over part by part.
 *  Nothing of it runs: the frame is sandboxed without scripts, and only known attributes are copied. */
export function showMail(frame: HTMLIFrameElement, html: string): void {
  const inside = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inside || !view) return;
  const mail = new DOMParser().parseFromString(trusted(html), "text/html");
  const sheets = [...mail.querySelectorAll(`script[type="${SHEET}"]`)].map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.textContent ?? "");
    return sheet;
  });
  inside.adoptedStyleSheets = sheets;
  inside.title = mail.title;
  inside.documentElement.lang = mail.documentElement.lang;
  inside.body.replaceChildren(...copies(mail.body, inside));
  dress(inside.body, mail.body.dataset.style ?? "");
}

const HIDDEN = "data-style";
const SHEET = "text/css";

/** In text that is only parsed, never shown or run: style waits under other names. */
const hideStyle = (html: string) =>
  html
    .replaceAll(/(<[a-z][^<>]*?\s)style=/giu, `$1${HIDDEN}=`)
    .replaceAll(/<style\b[^>]*>/giu, `<script type="${SHEET}">`)
    .replaceAll(/<\/style>/giu, "</script>");

interface Policy {
  createHTML: (html: string) => string;
}
interface Policies {
  createPolicy: (name: string, rules: Policy) => Policy;
}
let policy: Policy | undefined;

function trusted(html: string): string {
  const policies = (window as unknown as { trustedTypes?: Policies }).trustedTypes;
  policy ??= policies?.createPolicy("antesala-mail", { createHTML: hideStyle }) ?? { createHTML: hideStyle };
  return policy.createHTML(html);
}

const LEFT_OUT = new Set(["SCRIPT", "STYLE", "LINK", "META", "IFRAME", "OBJECT", "EMBED", "FORM", "BASE"]);
const isSafe = (name: string) => !name.startsWith("on") && name !== "srcdoc" && name !== HIDDEN;

function copies(from: Element, inside: Document): Node[] {
  return [...from.childNodes].flatMap((child): Node[] => {
    if (child instanceof Text || child.nodeType === Node.TEXT_NODE) return [inside.createTextNode(child.textContent ?? "")];
    if (child.nodeType !== Node.ELEMENT_NODE) return [];
    const element = child as HTMLElement;
    if (LEFT_OUT.has(element.tagName.toUpperCase())) return [];
    const copy = inside.createElement(element.tagName);
    for (const { name, value } of element.attributes) {
      if (isSafe(name) && !/^\s*javascript:/iu.test(value)) copy.setAttribute(name, value);
    }
    dress(copy, element.dataset.style ?? "");
    copy.append(...copies(element, inside));
    return [copy];
  });
}

function dress(element: HTMLElement, style: string) {
  if (style) element.style.cssText = style;
}
