const mark = "•";

/** What stands for a code of so many digits wherever its text is stored or shown. */
export function maskOf(codeLength: number): string {
  return mark.repeat(codeLength);
}

/** A text with a code in place of each mask. Which one depends on how long it is. */
export function fillMasks(text: string, codeOfLength: (length: number) => string): string {
  return text.replace(/•{4,10}/g, (mask) => codeOfLength(mask.length));
}
