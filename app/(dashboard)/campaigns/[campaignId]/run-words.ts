import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { amountWords } from "../amount-words";
import { countryListWords } from "./country-list-words";

const en = {
  progress: "Progress",
  parts: {
    waiting: "Pending",
    opted_out: "Opted out since",
    not_sent: "Not sent",
  },
  delivered: (delivered: number, people: number) =>
    `${numberWords("en", delivered)} of ${numberWords("en", people)} delivered`,
  rateNow: (rate: number) => `${numberWords("en", rate, { maximumFractionDigits: 1 })} per second`,
  left: (time: string) => `about ${time} left`,
  minutes: (minutes: number) => `${numberWords("en", minutes)} min`,
  seconds: (seconds: number) => `${numberWords("en", seconds)} s`,
  hours: (hours: number, minutes: number) => `${numberWords("en", hours)} h ${minutes} min`,
  startsAt: "Starts at",
  awaitingReports: "All sent. Waiting for delivery reports.",
  heldUntil: (clock: string, countries: readonly string[]) =>
    countries.length === 0
      ? `Held until ${clock}, by the recipients' clock.`
      : `Held until ${clock} in ${countryListWords(countries, "en")}.`,
  heldForAccount: "Held: the account is closed or suspended.",
  pause: "Pause",
  resume: "Resume",
  cancel: "Cancel the campaign",
  paused: (handedOver: number) =>
    `Paused. ${amountWords.en.messages(handedOver)} had already been sent to the carriers. Nothing more is sent until you resume it.`,
  confirm: {
    title: "Cancel this campaign?",
    what: (handedOver: number) =>
      `${amountWords.en.messages(handedOver)} have already been sent to the carriers and can't be stopped. Everything else stays unsent, and its credits are refunded.`,
    yes: "Cancel the campaign",
    no: "Let it run",
  },
  cancelled: (credits: number) => `Cancelled. ${amountWords.en.credits(credits)} were refunded.`,
  rate: "Maximum messages per second",
  rateHint: "Leave it empty to send as fast as the carriers accept.",
  set: "Change",
  rateSet: "Changed.",
  facts: {
    title: "Campaign",
    people: "People",
    from: "From",
    text: "Text",
    reserved: "Reserved",
    charged: "Charged",
    givenBack: "Refunded",
    created: "Created",
    started: "Started",
    ended: "Ended",
    quiet: "Quiet hours",
  },
  results: {
    title: "Results",
    country: "By country",
    operator: "By operator",
    reason: "Why not delivered",
    name: "Name",
    sent: "Messages",
    delivered: "Delivered",
    share: "Share",
    unknown: "Unknown",
    replies: (count: number) => countWords("en", count, { one: "reply", other: "replies" }),
    optOuts: (count: number) => countWords("en", count, { one: "opt-out", other: "opt-outs" }),
    none: "Nothing has failed.",
    links: "Short links",
    opened: (opened: number, people: number) =>
      `Opened by ${numberWords("en", opened)} of ${numberWords("en", people)}`,
    opens: (count: number) => countWords("en", count, { one: "open", other: "opens" }),
    previews: (count: string) => `previews: ${count}`,
    opensHint:
      "Known preview programs and scanners don't count as opens. A program that pretends to be a browser does.",
  },
  openLog: "Open in the log",
  export: "Export CSV",
  failedOnly: (count: number) => `Send to the ${numberWords("en", count)} failed only`,
  duplicate: "Duplicate",
  credits: amountWords.en.credits,
};

/** A started campaign: how far it is, and what came of it. */
export const runWords: Words<typeof en> = {
  en,
  pl: {
    progress: "Postęp",
    parts: {
      waiting: "Oczekuje",
      opted_out: "Rezygnacja po starcie",
      not_sent: "Niewysłane",
    },
    delivered: (delivered, people) =>
      `Doręczono ${numberWords("pl", delivered)} z ${numberWords("pl", people)}`,
    rateNow: (rate) => `${numberWords("pl", rate, { maximumFractionDigits: 1 })} na sekundę`,
    left: (time) => `zostało około ${time}`,
    minutes: (minutes) => `${numberWords("pl", minutes)} min`,
    seconds: (seconds) => `${numberWords("pl", seconds)} s`,
    hours: (hours, minutes) => `${numberWords("pl", hours)} h ${minutes} min`,
    startsAt: "Start:",
    awaitingReports: "Wszystko wysłane. Czeka na raporty doręczenia.",
    heldUntil: (clock, countries) =>
      countries.length === 0
        ? `Czeka do ${clock} czasu odbiorców.`
        : `Czeka do ${clock} czasu lokalnego: ${countryListWords(countries, "pl")}.`,
    heldForAccount: "Czeka: konto jest zamknięte lub zawieszone.",
    pause: "Wstrzymaj",
    resume: "Wznów",
    cancel: "Anuluj kampanię",
    paused: (handedOver) =>
      `Wstrzymano. Przekazano już dostawcom: ${amountWords.pl.messages(handedOver)}. Reszta poczeka na wznowienie.`,
    confirm: {
      title: "Anulować tę kampanię?",
      what: (handedOver) =>
        `Przekazano już dostawcom: ${amountWords.pl.messages(handedOver)}. Tego nie można zatrzymać. Reszta nie wyjdzie, a jej kredyty wrócą.`,
      yes: "Anuluj kampanię",
      no: "Nie przerywaj",
    },
    cancelled: (credits) => `Anulowano. Zwrot: ${amountWords.pl.credits(credits)}.`,
    rate: "Limit wiadomości na sekundę",
    rateHint: "Zostaw puste, aby wysyłać tak szybko, jak przyjmują dostawcy.",
    set: "Zmień",
    rateSet: "Zmieniono.",
    facts: {
      title: "Kampania",
      people: "Osoby",
      from: "Od",
      text: "Treść",
      reserved: "Zarezerwowano",
      charged: "Pobrano",
      givenBack: "Zwrócono",
      created: "Utworzono",
      started: "Start",
      ended: "Koniec",
      quiet: "Godziny ciszy",
    },
    results: {
      title: "Wyniki",
      country: "Według kraju",
      operator: "Według operatora",
      reason: "Dlaczego nie doręczono",
      name: "Nazwa",
      sent: "Wiadomości",
      delivered: "Doręczone",
      share: "Udział",
      unknown: "Nieznany",
      replies: (count) =>
        countWords("pl", count, {
          one: "odpowiedź",
          few: "odpowiedzi",
          many: "odpowiedzi",
          other: "odpowiedzi",
        }),
      optOuts: (count) =>
        countWords("pl", count, {
          one: "rezygnacja",
          few: "rezygnacje",
          many: "rezygnacji",
          other: "rezygnacji",
        }),
      none: "Nie było niepowodzeń.",
      links: "Krótkie linki",
      opened: (opened, people) =>
        `Otworzyło: ${numberWords("pl", opened)} z ${numberWords("pl", people)}`,
      opens: (count) =>
        countWords("pl", count, {
          one: "otwarcie",
          few: "otwarcia",
          many: "otwarć",
          other: "otwarcia",
        }),
      previews: (count) => `podglądy: ${count}`,
      opensHint:
        "Podglądy komunikatorów i skanerów, które się przedstawiają, nie są otwarciami. Program, który udaje przeglądarkę, jest liczony jak człowiek.",
    },
    openLog: "Otwórz w dzienniku",
    export: "Eksportuj CSV",
    failedOnly: (count) => `Wyślij tylko do nieudanych (${numberWords("pl", count)})`,
    duplicate: "Powiel",
    credits: amountWords.pl.credits,
  },
};
