import type { Language } from "../language/language";
import type { Reading } from "./reading";

/** How a number is understood, or why it cannot be reached, in the language of a screen. */
export function wordReading(reading: Reading, language: Language): Reading<string> {
  return "to" in reading ? reading : { ...reading, sentence: reading.sentence.in(language) };
}
