/** The looks of a firm, kept from the last visit so the next one opens in its colours at once. */
export interface Look {
  name: string;
  accentColor: string;
  logoUrl: string | null;
}

const KEY = "antesala.look";

export function recallLook(): Look | null {
  const stored = localStorage.getItem(KEY);
  if (!stored) return null;
  try {
    const look: unknown = JSON.parse(stored);
    return isLook(look) ? look : null;
  } catch {
    return null;
  }
}

export function rememberLook({ name, accentColor, logoUrl }: Look): void {
  localStorage.setItem(KEY, JSON.stringify({ name, accentColor, logoUrl }));
}

function isLook(value: unknown): value is Look {
  return typeof value === "object" && value !== null && "name" in value && "accentColor" in value && "logoUrl" in value;
}
