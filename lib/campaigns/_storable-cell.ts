import { plainText } from "../core/plain-text";
import { storableText } from "../core/storable-text";

/** A cell as it is stored: what cannot be seen and cannot be sent is left out, and a tab is a space. */
export function storableCell(cell: string): string {
  return plainText(storableText(cell).replaceAll("\t", " "));
}
