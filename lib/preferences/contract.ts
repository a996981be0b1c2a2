import { z } from "zod";
import { accountSentences } from "../accounts/sentences";
import { limitedText } from "../core/limited-text";
import { isStorableText } from "../core/storable-text";
import { worded } from "../core/worded";
import { languages } from "../language/language";

/** The longest name in the time zone database has 32 characters. */
const maxTimeZone = 64;

/** How a person is called and wants to read. An empty zone is the browser's own. */
export const ProfileInput = z.object({
  name: limitedText(100).trim().refine(isStorableText, worded(accountSentences.notAName)),
  time_zone: limitedText(maxTimeZone, { tooLong: accountSentences.noTimeZone }).refine(
    isTimeZone,
    worded(accountSentences.noTimeZone),
  ),
  language: z.enum(languages, worded(accountSentences.noLanguage)),
});

export type Profile = z.output<typeof ProfileInput>;

/** The country whose numbers may be written without its code; empty for none. Whether it exists is asked elsewhere. */
export const DefaultCountryInput = z.object({
  default_country: limitedText(2, {
    error: accountSentences.noCountry,
    tooLong: accountSentences.noCountry,
  }),
});

function isTimeZone(zone: string): boolean {
  return zone === "" || zone === "UTC" || Intl.supportedValuesOf("timeZone").includes(zone);
}
