import { z } from "zod";
import { limitedText } from "../../core/limited-text";
import { plainText } from "../../core/plain-text";
import { isStorableText, storableText } from "../../core/storable-text";

const maxLength = 500;

/** A carrier's own ID of a message. One that can't be stored is none that it ever returned. */
export const carrierReference = limitedText(200).min(1).refine(isStorableText);

/** What a carrier says in passing, cut and cleaned: what cannot be read is as good as not said. */
export const carrierText = z
  .union([z.string(), z.number()])
  .transform((value) => plainText(storableText(String(value).slice(0, maxLength))) || undefined)
  .optional()
  .catch(undefined);
