const dirty = new Set<string>();

/** Forms on the screen with something typed and not saved. */
export const unsaved = {
  mark(id: string, isDirty: boolean) {
    if (isDirty) dirty.add(id);
    else dirty.delete(id);
  },
  any: () => dirty.size > 0,
};
