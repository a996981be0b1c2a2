import { sentences } from "../core/sentence";

/** What is said of sender names and their approval. */
export const senderNameSentences = sentences("sender-names", {
  notApproved: ({ name }: { name: string }) => ({
    en: `The sender name ${name} is not approved. Nothing was sent.`,
    pl: `Nazwa nadawcy ${name} nie jest zatwierdzona. Nic nie wysłano.`,
  }),
  wrongName: {
    en: "Use 1 to 11 letters, digits, spaces, dots, or hyphens, at least one of them a letter.",
    pl: "Użyj od 1 do 11 liter bez polskich znaków, cyfr, spacji, kropek lub łączników, w tym co najmniej jednej litery.",
  },
  noPurpose: {
    en: "Write what you send from this name.",
    pl: "Napisz, co będzie wysyłane z tej nazwy.",
  },
  known: {
    en: "This name is on your list already.",
    pl: "Ta nazwa już jest na twojej liście.",
  },
  tooMany: ({ max }: { max: number }) => ({
    en: `An account can have up to ${max} sender names. Remove one first.`,
    pl: `Konto może mieć najwyżej ${max} nazw nadawców. Najpierw usuń którąś.`,
  }),
  notFound: { en: "Sender name not found.", pl: "Nie znaleziono nazwy nadawcy." },
  noReason: {
    en: "Write why. The account gets this by email.",
    pl: "Napisz dlaczego. Konto dostanie to e-mailem.",
  },
  noDecision: {
    en: "Choose whether to approve or to reject the name.",
    pl: "Wybierz, czy zatwierdzić, czy odrzucić nazwę.",
  },
});
