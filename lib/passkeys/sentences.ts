import { sentences } from "../core/sentence";

/** What is said of passkeys. */
export const passkeySentences = sentences("passkeys", {
  tookTooLong: {
    en: "This took too long. Start again.",
    pl: "Trwało to zbyt długo. Zacznij od nowa.",
  },
  notVerified: {
    en: "The passkey couldn't be verified, so it wasn't added. Start again.",
    pl: "Nie udało się zweryfikować klucza dostępu, więc nie został dodany. Zacznij od nowa.",
  },
  unknown: {
    en: "This passkey doesn't work here. Sign in with your password.",
    pl: "Ten klucz dostępu tu nie działa. Zaloguj się hasłem.",
  },
  copied: {
    en: "This passkey may have been copied: its counter went back. Sign in with your password and remove it.",
    pl: "Ten klucz dostępu mógł zostać skopiowany: jego licznik się cofnął. Zaloguj się hasłem i usuń go.",
  },
  isKnown: {
    en: "This passkey was already added.",
    pl: "Ten klucz dostępu jest już dodany.",
  },
  tooMany: ({ max }: { max: number }) => ({
    en: `You can have up to ${max} passkeys. Remove one first.`,
    pl: `Możesz mieć najwyżej ${max} kluczy dostępu. Najpierw usuń jeden z nich.`,
  }),
  noName: { en: "Enter a name.", pl: "Podaj nazwę." },
  notAName: {
    en: "The name contains characters that can't be stored.",
    pl: "Nazwa zawiera znaki, których nie można zapisać.",
  },
  notFound: { en: "Passkey not found.", pl: "Nie znaleziono klucza dostępu." },
  noPlace: {
    en: "Passkeys need an address with a domain name and HTTPS.",
    pl: "Klucze dostępu wymagają adresu z nazwą domeny i HTTPS.",
  },
});
