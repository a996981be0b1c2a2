import { plainText } from "@/lib/core/plain-text";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is shown.
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Hebrew, Arabic and what else is written from right to left. */
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A text with pictures of its control characters (␛ for ESC), one for one; line breaks and tabs stay. */
export function visibleText(text: string): string {
  return text.replace(controls, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x24_00 + code);
    return code === 0x7f ? "\u2421" : "\uFFFD";
  });
}

/**
 * Somebody else's text for a sentence or an attribute, where no element can stand: without controls, and between
 * isolates (FSI, PDI) when it runs from right to left.
 */
export function isolatedText(text: string): string {
  const plain = plainText(text);
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}
