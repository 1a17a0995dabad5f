interface Named {
  name: string;
}

const plain = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase().trim();
const squeezed = (text: string) => text.normalize("NFKC").toLocaleLowerCase().trim().replaceAll(/\s+/gu, " ");

/** Those whose name holds what was typed, without regard to case and accents. */
export const matching = <Tag extends Named>(tags: readonly Tag[], typed: string): Tag[] =>
  tags.filter(({ name }) => plain(name).includes(plain(typed)));

/** The tag of this very name, if there is one; the server has the last word. */
export const called = <Tag extends Named>(tags: readonly Tag[], typed: string): Tag | undefined =>
  tags.find(({ name }) => squeezed(name) === squeezed(typed));
