/** True for a key meant for the page, not for a field, a menu, a dialog, or the browser. */
export function isPageKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]:not([hidden])')) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  return !target.closest('input, textarea, select, [contenteditable="true"], iframe');
}
