import { sentences } from "../core/sentence";

/** What is said of who wants no messages. */
export const optOutSentences = sentences("opt-outs", {
  optedOut: ({ to }: { to: string }) => ({
    en: `${to} has opted out of your messages. Nothing was sent.`,
    pl: `Numer ${to} zrezygnował z twoich wiadomości. Nic nie wysłano.`,
  }),
  notFound: {
    en: "This number has not opted out.",
    pl: "Tego numeru nie ma wśród rezygnacji.",
  },
  wrongNumber: {
    en: "Enter the number in E.164 format, such as 48732129000.",
    pl: "Podaj numer w formacie E.164, na przykład 48732129000.",
  },
  wrongSender: {
    en: "Enter your sender, or omit it for all senders.",
    pl: "Podaj swojego nadawcę albo pomiń to pole, aby objąć wszystkich.",
  },
  wrongList: ({ max }: { max: number }) => ({
    en: `opt_outs must be a list of 1 to ${max} numbers.`,
    pl: `opt_outs to lista od 1 do ${max} numerów.`,
  }),
  tooManyLines: ({ max }: { max: number }) => ({
    en: `Import at most ${max} numbers.`,
    pl: `Zaimportuj najwyżej ${max} numerów naraz.`,
  }),
  noNumbers: {
    en: "There is no number in this list.",
    pl: "Na tej liście nie ma żadnego numeru.",
  },
  wrongDigits: {
    en: "Enter digits of a number.",
    pl: "Podaj cyfry numeru.",
  },
  testToken: {
    en: "A test token changes opt-outs of test numbers only.",
    pl: "Token testowy zmienia tylko rezygnacje numerów testowych.",
  },
});
