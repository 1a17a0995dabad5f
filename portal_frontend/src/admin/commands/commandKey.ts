/** What the key beside K is called on this machine. */
export const commandKey = () => (/Mac|iPhone|iPad/u.test(navigator.userAgent) ? "⌘" : "Ctrl");
