import { sentences } from "../core/sentence";

/** What is said when somebody is to be erased. */
export const accountDataSentences = sentences("account-data", {
  typeTheNumber: {
    en: "Type the number exactly to confirm.",
    pl: "Aby potwierdzić, wpisz dokładnie ten numer.",
  },
});
