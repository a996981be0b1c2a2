import { z } from "zod";
import { coreSentences } from "./sentences";
import { type ChosenSentence, worded } from "./worded";

interface Sentences {
  /** Said of what is no text at all; zod's own words when left out. */
  error?: ChosenSentence;
  /** Said of a text that is too long. */
  tooLong?: ChosenSentence;
}

/**
 * Text from outside of at most `max` characters (code points). Every input starts with it: the length is checked
 * first, and a longer text meets no other check, so no regular expression, normalization or parser ever reads it.
 */
export function limitedText(max: number, sentences: Sentences = {}): z.ZodString {
  const { error, tooLong = coreSentences.tooLong({ max }) } = sentences;
  return (
    z
      .string(error === undefined ? undefined : worded(error))
      // `max` counts code points, which takes time in a text of megabytes; a code point has at most two units.
      .refine(({ length }) => length <= 2 * max, { ...worded(tooLong), abort: true })
      .max(max, { ...worded(tooLong), abort: true })
  );
}
