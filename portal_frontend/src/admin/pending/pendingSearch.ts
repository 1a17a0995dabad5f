export interface PendingSearch {
  q?: string;
}

/** Reads an address somebody may have typed. */
export function readPendingSearch(search: Record<string, unknown>): PendingSearch {
  const { q } = search;
  return (typeof q === "string" || typeof q === "number") && String(q).trim() ? { q: String(q) } : {};
}
