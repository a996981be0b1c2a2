import { sentences } from "../core/sentence";

/** What is said of decisions about accounts that cannot be carried out. */
export const supervisionSentences = sentences("supervision", {
  noReason: {
    en: "Write why. The account sees it.",
    pl: "Napisz dlaczego. Konto to zobaczy.",
  },
  noNote: {
    en: "Write what the credits are for. The account sees it.",
    pl: "Napisz, skąd ta zmiana. Konto to zobaczy.",
  },
  wrongCredits: ({ max }: { max: number }) => ({
    en: `Enter a whole number from -${max} to ${max}, but not 0.`,
    pl: `Podaj liczbę całkowitą od -${max} do ${max}, ale nie 0.`,
  }),
  wrongLimit: ({ max }: { max: number }) => ({
    en: `Enter a whole number from 0 to ${max}, or leave the field empty.`,
    pl: `Podaj liczbę całkowitą od 0 do ${max} albo zostaw pole puste.`,
  }),
  wrongForm: {
    en: "Reload the page and retry.",
    pl: "Odśwież stronę i spróbuj ponownie.",
  },
  administers: {
    en: "This account administers the installation. It can't be suspended.",
    pl: "To konto administruje instalacją. Nie można go zawiesić.",
  },
  notActive: {
    en: "This account is suspended or erased already.",
    pl: "To konto jest już zawieszone albo usunięte.",
  },
  notSuspended: { en: "This account is not suspended.", pl: "To konto nie jest zawieszone." },
  ownAccount: {
    en: "This is your own account. Open the dashboard.",
    pl: "To twoje własne konto. Przejdź do panelu.",
  },
});
