const KEY = "antesala.link:";

/** Some e-mail programs escape what stands behind the `#`, and some cut it in the middle of an escape. */
function plain(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Takes the secret of an e-mailed link out of the address and the history; a reload of the tab still finds it. */
export function takeLinkToken(): void {
  const { hash, pathname, search } = window.location;
  if (hash.length < 2) return;
  sessionStorage.setItem(KEY + pathname, plain(hash.slice(1)));
  window.history.replaceState(window.history.state, "", pathname + search);
}

/** Call before the router starts. A second link opened in the same tab only changes the hash, so it reloads. */
export function watchLinkTokens(pages: readonly string[]): void {
  const isTokenPage = () => pages.includes(window.location.pathname);
  if (isTokenPage()) takeLinkToken();
  window.addEventListener("hashchange", () => {
    if (!isTokenPage() || window.location.hash.length < 2) return;
    takeLinkToken();
    window.location.reload();
  });
}

export const linkToken = (page: string) => sessionStorage.getItem(KEY + page);
export const forgetLinkToken = (page: string) => sessionStorage.removeItem(KEY + page);
