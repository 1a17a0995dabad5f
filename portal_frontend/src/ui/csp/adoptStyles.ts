const sheets = new Map<string, { sheet: CSSStyleSheet; users: number }>();

/** Adopts a constructed style sheet, which the content security policy allows; returns its removal. */
export function adoptStyles(css: string): () => void {
  let entry = sheets.get(css);
  if (!entry) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    entry = { sheet, users: 0 };
    sheets.set(css, entry);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const adopted = entry;
  adopted.users += 1;
  return () => {
    adopted.users -= 1;
    if (adopted.users > 0) return;
    sheets.delete(css);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== adopted.sheet);
  };
}
