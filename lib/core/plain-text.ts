// C0 and C1 controls but tab, LF and CR; the marks, embeddings, overrides and isolates of direction (UAX #9); and
// Unicode's separators of lines and paragraphs.
const deceptive =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** Somebody else's text without what cannot be seen and changes how the rest is shown: controls and directions. */
export function plainText(text: string): string {
  return text.replace(deceptive, "");
}

/** JSON in which such characters are written as escapes: nothing is lost, and a terminal shows the file as it is. */
export function plainJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(deceptive, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
