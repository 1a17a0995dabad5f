export const SHORTEST_PASSWORD = 12;

export type Advice =
  | { kind: "EMPTY" }
  | { kind: "TOO_SHORT"; missing: number }
  | { kind: "PERSONAL" }
  | { kind: "REPETITIVE" }
  | { kind: "GOOD" }
  | { kind: "STRONG" };

const SEQUENCES = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop";

/** True when a few letters, or one keyboard run, make up most of it. */
function isRepetitive(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5) return true;
  const half = Math.ceil(lower.length / 2);
  for (let start = 0; start + half <= lower.length; start += 1) {
    if (SEQUENCES.includes(lower.slice(start, start + half))) return true;
  }
  return /^(.+?)\1+$/u.test(lower);
}

function isPersonal(password: string, about: readonly string[]): boolean {
  const lower = password.toLowerCase();
  return about
    .flatMap((text) => text.toLowerCase().split(/[\s@.]+/u))
    .some((word) => word.length >= 4 && lower.includes(word) && lower.length - word.length < SHORTEST_PASSWORD - 2);
}

/** What to tell somebody while they type a new password; the server has the last word. */
export function advise(password: string, about: readonly string[] = []): Advice {
  const { length } = [...password];
  if (length === 0) return { kind: "EMPTY" };
  if (length < SHORTEST_PASSWORD) return { kind: "TOO_SHORT", missing: SHORTEST_PASSWORD - length };
  if (isRepetitive(password)) return { kind: "REPETITIVE" };
  if (isPersonal(password, about)) return { kind: "PERSONAL" };
  return { kind: length >= 16 ? "STRONG" : "GOOD" };
}

export const isAcceptable = (advice: Advice) => advice.kind === "GOOD" || advice.kind === "STRONG";
