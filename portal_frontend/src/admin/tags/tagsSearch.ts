/** What the address of the page of tags says. */
export interface TagsSearch {
  q?: string;
}

/** Reads an address somebody may have typed. */
export function readTagsSearch({ q }: Record<string, unknown>): TagsSearch {
  const text = typeof q === "string" || typeof q === "number" ? String(q) : "";
  return text.trim() ? { q: text } : {};
}
