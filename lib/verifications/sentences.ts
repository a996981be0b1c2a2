import { sentences } from "../core/sentence";

/** What is said of a verification, and of the fields that start or check one. */
export const verificationSentences = sentences("verifications", {
  notFound: { en: "Verification not found.", pl: "Nie znaleziono weryfikacji." },
  isOver: ({ status }: { status: string }) => ({
    en: `This verification can't be cancelled: its status is ${status}.`,
    pl: `Tej weryfikacji nie da się już anulować: jej status to ${status}.`,
  }),
  wrongLength: ({ min, max }: { min: number; max: number }) => ({
    en: `code_length must be a whole number from ${min} to ${max}.`,
    pl: `code_length to liczba całkowita od ${min} do ${max}.`,
  }),
  wrongTtl: ({ min, max }: { min: number; max: number }) => ({
    en: `ttl must be a whole number of seconds from ${min} to ${max}.`,
    pl: `ttl to liczba sekund, całkowita, od ${min} do ${max}.`,
  }),
  wrongLanguage: {
    en: "language must be en or pl.",
    pl: "language to en albo pl.",
  },
  wrongDomain: {
    en: "webotp_domain must be the host name of your site, such as example.com.",
    pl: "webotp_domain to nazwa hosta twojej strony, na przykład example.com.",
  },
  wrongTemplate: {
    en: "template must be the ID of a template, such as tpl_….",
    pl: "template to identyfikator szablonu, na przykład tpl_….",
  },
  noCode: {
    en: "The template has no {{code}}. Add it where the code belongs.",
    pl: "W szablonie nie ma {{code}}. Dodaj tę zmienną w miejscu kodu.",
  },
  isMasked: {
    en: "Remove • from the template, and put a space between two codes.",
    pl: "Usuń • z szablonu i oddziel dwa kody odstępem.",
  },
  wrongCode: {
    en: "Enter the code: 4 to 10 digits.",
    pl: "Podaj kod: od 4 do 10 cyfr.",
  },
});
