import { sentences } from "../core/sentence";

/** What is said of links that a text is to shorten. */
export const linkSentences = sentences("links", {
  wrongLink: ({ max }: { max: number }) => ({
    en: `Each {{link:…}} must have an absolute URL, http or https, of at most ${max} characters and without a name and password.`,
    pl: `Każde {{link:…}} musi mieć pełny adres URL, http albo https, o długości najwyżej ${max} znaków, bez nazwy i hasła.`,
  }),
  touchingLink: {
    en: "A {{link:…}} must not touch a letter, a digit, a slash, a variable, or another link. Put a space between them.",
    pl: "{{link:…}} nie może stykać się z literą, cyfrą, ukośnikiem, zmienną ani innym linkiem. Oddziel je spacją.",
  },
  manyLinks: ({ max }: { max: number }) => ({
    en: `A text can have at most ${max} short links.`,
    pl: `Tekst może mieć najwyżej ${max} krótkich linków.`,
  }),
  withTemplate: {
    en: "short_links works with body only, not with template_id.",
    pl: "short_links działa tylko z body, nie z template_id.",
  },
  notStored: {
    en: "A text that isn't stored can't have short links: what they lead to is stored.",
    pl: "Treść, która nie jest przechowywana, nie może mieć krótkich linków: ich cel jest przechowywany.",
  },
  takenCode: {
    en: "The short links could not be created. Retry the request.",
    pl: "Nie udało się utworzyć krótkich linków. Ponów żądanie.",
  },
});
