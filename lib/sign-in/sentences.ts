import { sentences } from "../core/sentence";

/** What is said of a sign-in that fails. */
export const signInSentences = sentences("sign-in", {
  wrongPassword: {
    en: "Wrong email or password.",
    pl: "Adres e-mail lub hasło są nieprawidłowe.",
  },
  tookTooLong: {
    en: "This took too long. Start again with your password.",
    pl: "Trwało to zbyt długo. Zacznij od nowa, od hasła.",
  },
  needsCode: {
    en: "This account asks for a code. Sign in on the page.",
    pl: "To konto wymaga kodu. Zaloguj się na stronie.",
  },
});
