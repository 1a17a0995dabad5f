import { useCallback, useMemo, useState } from "react";

export interface Selection {
  ids: ReadonlySet<string>;
  count: number;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Selects all of these, or none of them when all are selected. */
  toggleAll: (ids: readonly string[]) => void;
  clear: () => void;
}

export function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}

export function allToggled(before: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const after = new Set(before);
  const everyone = ids.every((id) => before.has(id));
  for (const id of ids) {
    if (everyone) after.delete(id);
    else after.add(id);
  }
  return after;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Which rows of a list are selected, pages not shown included. */
export function useSelection(): Selection {
  const [ids, setIds] = useState(NOBODY);
  const toggle = useCallback((id: string) => setIds((before) => toggled(before, id)), []);
  const toggleAll = useCallback((rows: readonly string[]) => setIds((before) => allToggled(before, rows)), []);
  const clear = useCallback(() => setIds(NOBODY), []);
  return useMemo(
    () => ({ ids, count: ids.size, has: (id) => ids.has(id), toggle, toggleAll, clear }),
    [ids, toggle, toggleAll, clear],
  );
}
