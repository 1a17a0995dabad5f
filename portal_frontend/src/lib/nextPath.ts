/** A path of this site to go on to after signing in; anything that could lead elsewhere becomes null. */
export function safePath(value: unknown): string | null {
  if (typeof value !== "string" || !/^\/[\w\-./~%?=&]*$/u.test(value)) return null;
  const isRelativeToHost = value.startsWith("//") || /%2f|%5c|\/\.\.?(\/|$)/iu.test(value) || value.includes("//");
  return isRelativeToHost ? null : value;
}
