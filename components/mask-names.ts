const opening = /\{\{[^{}|]*/g;

/** Each name as its place, so that none of its letters counts as one of the text, or is replaced; a fallback is text. */
export function maskNames(text: string): string {
  let place = 0;
  return text.replace(opening, () => `{{${place++}`);
}

/** Puts the names of a text back into what was made of it by `maskNames`. */
export function unmaskNames(masked: string, text: string): string {
  const names = text.match(opening) ?? [];
  return masked.replace(/\{\{(\d+)/g, (_all, place: string) => names[Number(place)] ?? "");
}
