import type { PortalAccountQuery } from "../generated/graphql";

export type Folder = PortalAccountQuery["portalAccount"]["folders"][number];

/** The folders directly inside one (null: the top), in the firm's order. A folder whose parent is not among
 *  those shown stands at the top. */
export function childrenOf(all: readonly Folder[], parentId: string | null): Folder[] {
  const shown = new Set(all.map(({ id }) => id));
  const parentOf = (folder: Folder) => (folder.parentId && shown.has(folder.parentId) ? folder.parentId : null);
  return all
    .filter((folder) => parentOf(folder) === parentId)
    .toSorted((one, other) => one.position - other.position);
}

/** From the top down to the folder itself; empty for an unknown one. */
export function pathTo(all: readonly Folder[], id: string): Folder[] {
  const byId = new Map(all.map((folder) => [folder.id, folder]));
  const path: Folder[] = [];
  for (let folder = byId.get(id); folder && !path.includes(folder); folder = byId.get(folder.parentId ?? "")) {
    path.unshift(folder);
  }
  return path;
}
