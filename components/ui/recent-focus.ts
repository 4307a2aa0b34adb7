/** How far back to look for an element that is still there. */
const REMEMBERED = 5

let had: readonly HTMLElement[] = []

/**
 * Notes what has the focus, so that a dialog can give it back even when its own code came after it
 * was opened. Gives a function that ends it.
 */
export function noteFocus(): () => void {
  const note = ({ target }: FocusEvent): void => {
    // An item of a menu goes away with it; what opened the menu stays.
    if (!(target instanceof HTMLElement) || target.closest('[role=menu]')) return
    had = [target, ...had.filter((one) => one !== target)].slice(0, REMEMBERED)
  }
  document.addEventListener('focusin', note)
  return () => document.removeEventListener('focusin', note)
}

/** The last elements outside of menus that had the focus, the latest first. */
export function recentFocus(): readonly HTMLElement[] {
  return had
}
