import type { RefObject } from "react";

/** Puts something where the cursor is in the text field of a frame, with the cursor so far before its end; the new text. */
export function insertIntoText(
  frame: RefObject<HTMLElement | null>,
  inserted: string,
  before = 0,
): string | undefined {
  const area = frame.current?.querySelector("textarea");
  if (!area) return undefined;
  area.focus();
  area.setRangeText(inserted, area.selectionStart, area.selectionEnd, "end");
  const place = area.selectionEnd - before;
  area.setSelectionRange(place, place);
  return area.value;
}
