import { numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { amountWords } from "../amount-words";

const en = {
  title: "Send",
  rate: "Maximum messages per second",
  rateHint:
    "Leave it empty to send as fast as the carriers accept. You can change it while the campaign runs.",
  quiet: "Quiet hours",
  quietHint: "By the clock of the recipient's country. Messages are held until they are over.",
  from: "From",
  until: "Until",
  start: "Start",
  schedule: "Schedule",
  saving: "Saving",
  saved: "Saved",
  notSaved: (sentence: string) => `Not saved. ${sentence}`,
  blocked: {
    check: "Ready as soon as the check is done.",
    none: "Nobody would get a message.",
    from: "Enter a sender first.",
  },
  confirm: {
    title: (people: number) => `Send to ${amountWords.en.people(people)}?`,
    cost: (credits: number, worth: string) =>
      `${amountWords.en.credits(credits)} will be reserved${worth === "" ? "" : `: ${worth}`}. What isn't sent is refunded.`,
    leftOut: (rows: number) => `${amountWords.en.rows(rows)} will be omitted.`,
    at: "It starts at",
    yes: (people: number) => `Send ${amountWords.en.messages(people)}`,
    yesLater: (people: number) => `Schedule ${amountWords.en.messages(people)}`,
    no: "Back",
  },
  delete: {
    button: "Delete the draft",
    title: "Delete this draft?",
    what: (rows: number) =>
      `The text and ${amountWords.en.rows(rows)} are removed. Nothing was sent.`,
    yes: "Delete",
  },
  number: (value: number) => numberWords("en", value),
};

/** The section that starts a campaign. */
export const startWords: Words<typeof en> = {
  en,
  pl: {
    title: "Wysyłka",
    rate: "Limit wiadomości na sekundę",
    rateHint:
      "Zostaw puste, aby wysyłać tak szybko, jak przyjmują dostawcy. Limit można zmienić w trakcie kampanii.",
    quiet: "Godziny ciszy",
    quietHint: "Według zegara w kraju odbiorcy. Wiadomości czekają, aż godziny miną.",
    from: "Od",
    until: "Do",
    start: "Rozpocznij",
    schedule: "Zaplanuj",
    saving: "Zapisywanie",
    saved: "Zapisano",
    notSaved: (sentence) => `Nie zapisano. ${sentence}`,
    blocked: {
      check: "Gotowe, gdy tylko skończy się sprawdzanie.",
      none: "Nikt nie dostałby wiadomości.",
      from: "Najpierw podaj nadawcę.",
    },
    confirm: {
      title: (people) => `Wysłać? Odbiorcy: ${amountWords.pl.people(people)}`,
      cost: (credits, worth) =>
        `Rezerwacja: ${amountWords.pl.credits(credits)}${worth === "" ? "" : ` (${worth})`}. Za to, co nie wyjdzie, kredyty wrócą.`,
      leftOut: (rows) => `Pominięte: ${amountWords.pl.rows(rows)}.`,
      at: "Start:",
      yes: (people) => `Wyślij ${amountWords.pl.messages(people)}`,
      yesLater: (people) => `Zaplanuj ${amountWords.pl.messages(people)}`,
      no: "Wróć",
    },
    delete: {
      button: "Usuń szkic",
      title: "Usunąć ten szkic?",
      what: (rows) => `Znikną treść i ${amountWords.pl.rows(rows)}. Nic nie zostało wysłane.`,
      yes: "Usuń",
    },
    number: (value) => numberWords("pl", value),
  },
};
