import { numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { amountWords } from "./amount-words";

const en = {
  title: "Campaigns",
  lead: "One text to many people, from a file, a pasted list, or a group of contacts.",
  create: "New campaign",
  caption: "Campaigns, newest first",
  nameOf: (time: string) => `Campaign, ${time}`,
  untitled: "Untitled",
  older: "Older",
  newest: "Newer",
  none: {
    title: "No campaigns yet",
    first:
      "Start one, write the text, and add a CSV or Excel file with a column of numbers. You see who gets it and what it costs before anything is sent.",
  },
  statuses: {
    draft: { word: "Draft", meaning: "Not started. Nothing is sent and nothing is charged." },
    scheduled: { word: "Scheduled", meaning: "Starts at its time. The credits are reserved." },
    running: { word: "Running", meaning: "Messages are being sent." },
    paused: { word: "Paused", meaning: "Nothing is sent until you resume it." },
    finished: { word: "Finished", meaning: "Every message has reached its final status." },
    cancelled: {
      word: "Cancelled",
      meaning: "Stopped. The credits for unsent messages were refunded.",
    },
  },
  people: amountWords.en.people,
  credits: amountWords.en.credits,
  done: (percent: number) => `${numberWords("en", percent)}% done`,
};

/** The list of campaigns, and what their states are called. */
export const campaignWords: Words<typeof en> = {
  en,
  pl: {
    title: "Kampanie",
    lead: "Jedna treść do wielu osób: z pliku, wklejonej listy albo grupy kontaktów.",
    create: "Nowa kampania",
    caption: "Kampanie, od najnowszej",
    nameOf: (time) => `Kampania, ${time}`,
    untitled: "Bez nazwy",
    older: "Starsze",
    newest: "Nowsze",
    none: {
      title: "Nie ma jeszcze kampanii",
      first:
        "Utwórz ją, napisz treść i dodaj plik CSV lub Excel z kolumną numerów. Zanim cokolwiek wyjdzie, zobaczysz, kto dostanie wiadomość i ile to kosztuje.",
    },
    statuses: {
      draft: { word: "Szkic", meaning: "Nierozpoczęta. Nic nie wychodzi i nic nie kosztuje." },
      scheduled: {
        word: "Zaplanowana",
        meaning: "Ruszy o swojej godzinie. Kredyty są zarezerwowane.",
      },
      running: { word: "W toku", meaning: "Wiadomości są wysyłane." },
      paused: { word: "Wstrzymana", meaning: "Nic nie wyjdzie, dopóki jej nie wznowisz." },
      finished: { word: "Zakończona", meaning: "Każda wiadomość ma już ostateczny status." },
      cancelled: {
        word: "Anulowana",
        meaning: "Zatrzymana. Kredyty za niewysłane wiadomości wróciły.",
      },
    },
    people: amountWords.pl.people,
    credits: amountWords.pl.credits,
    done: (percent) => `Gotowe w ${numberWords("pl", percent)}%`,
  },
};
