const KEY = "antesala.reloaded";
const PAUSE = 60_000;

/** The server no longer knows what this page asks, or the files it is made of: there is a newer build. */
export const OUTDATED = "OPERATION_NOT_REGISTERED";

/** Loads the newer page, at most once a minute: while two builds answer side by side it would go round and round. */
export function reloadOnce(reload: () => void = () => window.location.reload()): void {
  try {
    const last = Number(sessionStorage.getItem(KEY));
    if (Date.now() - last < PAUSE) return;
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    return; // nowhere to count: the page says it in words
  }
  reload();
}
