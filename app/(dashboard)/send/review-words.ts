import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { moneyWords } from "@/lib/language/money-words";

const enNumbers = (count: number) => countWords("en", count, { one: "number", other: "numbers" });
const enCredits = (count: number) => countWords("en", count, { one: "credit", other: "credits" });
const enMessages = (count: number) =>
  countWords("en", count, { one: "message", other: "messages" });

interface Price {
  rateMicros: number;
  currency: string;
}

const en = {
  title: (recipients: number) => `Review: ${enNumbers(recipients)}`,
  recipients: "Recipients",
  reached: (recipients: number, unreachable: number) =>
    unreachable === 0
      ? enNumbers(recipients)
      : `${enNumbers(recipients)}. ${numberWords("en", unreachable)} more can't receive SMS.`,
  segments: "Segments",
  segmentsOf: (each: number, recipients: number) =>
    `${numberWords("en", each * recipients)} (${numberWords("en", each)} per message)`,
  cost: "Cost",
  costOf: (credits: number, { rateMicros, currency }: Price) =>
    `${enCredits(credits)}, ${moneyWords("en", credits * rateMicros, currency)} at this month's rate, excl. VAT`,
  balance: "Balance after",
  credits: enCredits,
  from: "From",
  when: "When",
  now: "Now",
  samples: "Samples",
  name: "Name",
  nameHint: "Shown in the log. Recipients don't see it.",
  nameOf: (recipients: number, time: string) => `${enNumbers(recipients)}, ${time}`,
  send: (recipients: number) => `Send ${enMessages(recipients)}`,
  schedule: (recipients: number) => `Schedule ${enMessages(recipients)}`,
  back: "Back to editing",
};

const plNumbers = (count: number) =>
  countWords("pl", count, { one: "numer", few: "numery", many: "numerów", other: "numeru" });
const plCredits = (count: number) =>
  countWords("pl", count, { one: "kredyt", few: "kredyty", many: "kredytów", other: "kredytu" });
const plMessages = (count: number) =>
  countWords("pl", count, {
    one: "wiadomość",
    few: "wiadomości",
    many: "wiadomości",
    other: "wiadomości",
  });

export const reviewWords: Words<typeof en> = {
  en,
  pl: {
    title: (recipients) => `Sprawdź przed wysłaniem: ${plNumbers(recipients)}`,
    recipients: "Odbiorcy",
    reached: (recipients, unreachable) =>
      unreachable === 0
        ? plNumbers(recipients)
        : `${plNumbers(recipients)}. SMS-a nie odbierze jeszcze: ${numberWords("pl", unreachable)}.`,
    segments: "Segmenty",
    segmentsOf: (each, recipients) =>
      `${numberWords("pl", each * recipients)} (${numberWords("pl", each)} na wiadomość)`,
    cost: "Koszt",
    costOf: (credits, { rateMicros, currency }) =>
      `${plCredits(credits)}, ${moneyWords("pl", credits * rateMicros, currency)} netto po stawce z tego miesiąca`,
    balance: "Saldo po wysłaniu",
    credits: plCredits,
    from: "Od",
    when: "Kiedy",
    now: "Teraz",
    samples: "Przykłady",
    name: "Nazwa",
    nameHint: "Widoczna w dzienniku. Odbiorcy jej nie zobaczą.",
    nameOf: (recipients, time) => `${plNumbers(recipients)}, ${time}`,
    send: (recipients) => `Wyślij ${plMessages(recipients)}`,
    schedule: (recipients) => `Zaplanuj ${plMessages(recipients)}`,
    back: "Wróć do edycji",
  },
};
