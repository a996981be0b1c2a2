/** Several sentences as one text, each ending with a period. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.map((each) => (/[.!?…]$/.test(each) ? each : `${each}.`)).join(" ");
}
