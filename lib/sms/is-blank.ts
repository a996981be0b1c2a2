// Spaces of every width, what Unicode says to show nothing for (joiners, fillers, variation selectors, tags), controls,
// the marks of annotations, and the Braille pattern without a dot.
const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800\uFFF9-\uFFFB]*$/u;

/** Whether a text shows nothing on a phone. */
export function isBlank(text: string): boolean {
  return unseen.test(text);
}
