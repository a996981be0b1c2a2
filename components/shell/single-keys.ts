const offKey = "single-keys-off";

/**
 * Whether a key press is meant as a command of one letter: not while something is typed, not with a modifier,
 * and not for those who turned such keys off (WCAG 2.1.4).
 */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.defaultPrevented || !areSingleKeysOn()) return false;
  const { target } = event;
  return !(target instanceof HTMLElement && isTypedInto(target));
}

/** Whether keys of one letter do anything; kept by the browser. */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(offKey) === null;
}

/** Turns keys of one letter on or off. */
export function setSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(offKey);
  else localStorage.setItem(offKey, "1");
}

function isTypedInto(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches("input, textarea, select");
}
