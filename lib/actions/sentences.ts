import { sentences } from "../core/sentence";

/** What any form may say. */
export const formSentences = sentences("actions", {
  foreignForm: {
    en: "This form came from another site. Open the page here and try again.",
    pl: "Ten formularz przyszedł z innej witryny. Otwórz stronę tutaj i spróbuj ponownie.",
  },
  signedOut: {
    en: "You are signed out. Sign in again to continue.",
    pl: "Wylogowano. Zaloguj się ponownie, aby kontynuować.",
  },
});
