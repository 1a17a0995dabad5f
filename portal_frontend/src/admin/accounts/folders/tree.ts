interface Placed {
  id: string;
  parentId?: string | null;
  position: number;
}

/** The folders directly inside one (null: the top), in their order. One whose parent is not there stands at the top. */
export function childrenOf<Folder extends Placed>(all: readonly Folder[], parentId: string | null): Folder[] {
  const known = new Set(all.map(({ id }) => id));
  const parentOf = (folder: Folder) => (folder.parentId && known.has(folder.parentId) ? folder.parentId : null);
  return all
    .filter((folder) => parentOf(folder) === parentId)
    .toSorted((one, other) => one.position - other.position);
}
