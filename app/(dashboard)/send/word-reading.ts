import type { Language } from "@/lib/language/language";
import type { Reading } from "@/lib/numbers/reading";

/** How a number is understood, or why it cannot be reached, in the language of a screen. */
export function wordReading(reading: Reading, language: Language): Reading<string> {
  return "to" in reading ? reading : { ...reading, sentence: reading.sentence.in(language) };
}
