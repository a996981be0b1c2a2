import { sentences } from "../core/sentence";

/** What is said of too many guesses. */
export const attemptSentences = sentences("attempts", {
  tooMany: ({ seconds }: { seconds: number }) => ({
    en: `Too many attempts. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    pl: `Zbyt wiele prób. Spróbuj ponownie za ${seconds === 1 ? "sekundę" : `${seconds} s`}.`,
  }),
});
