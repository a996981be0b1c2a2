/** What is wrong with a text that is no number. */
export function untidySentence(problem: "spreadsheet" | "not_a_number", written: string): string {
  if (problem === "not_a_number") {
    return "Enter the number in E.164 format without the +, such as 48732129000.";
  }
  return `${quoted(written)} was changed by a spreadsheet. Format the column as text and copy the number again.`;
}

/** The beginning of what was written, for a sentence. */
export function quoted(written: string): string {
  return written.trim().slice(0, 40);
}
