import { sentences } from "../core/sentence";

/** What is said of a named send. */
export const sendSentences = sentences("sends", {
  notFound: { en: "Send not found.", pl: "Nie znaleziono wysyłki." },
  nameNotText: { en: "The name must be text.", pl: "Nazwa musi być tekstem." },
  longName: {
    en: "The name may have at most 80 characters.",
    pl: "Nazwa może mieć najwyżej 80 znaków.",
  },
  noName: { en: "Enter a name.", pl: "Podaj nazwę." },
  wrongName: {
    en: "The name has a character that cannot be stored.",
    pl: "W nazwie jest znak, którego nie da się zapisać.",
  },
});
