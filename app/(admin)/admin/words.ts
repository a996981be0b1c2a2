import { numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

/** What the whole installation did in the last hour, and what waits. */
interface Figures {
  submitted: number;
  delivered: number;
  ended: number;
  waiting: number;
}

const en = {
  title: "Needs a person",
  lead: "What this installation can't settle on its own.",
  urgencies: { now: "Now", soon: "Soon", later: "Later" },
  open: "Open",
  since: "since",
  account: "Account",
  cut: "There are more of the same kinds than are listed.",
  calm: "Nothing needs a person.",
  figures: ({ submitted, delivered, ended, waiting }: Figures) =>
    `Last hour: ${numberWords("en", submitted)} submitted to carriers, ${numberWords("en", delivered)} of ${numberWords("en", ended)} results delivered. Queued: ${numberWords("en", waiting)}.`,
};

export const adminOverviewWords: Words<typeof en> = {
  en,
  pl: {
    title: "Wymaga uwagi",
    lead: "Sprawy, których ta instalacja nie rozstrzygnie sama.",
    urgencies: { now: "Teraz", soon: "Wkrótce", later: "Później" },
    open: "Otwórz",
    since: "od",
    account: "Konto",
    cut: "Spraw tego samego rodzaju jest więcej, niż widać.",
    calm: "Nic nie wymaga uwagi.",
    figures: ({ submitted, delivered, ended, waiting }) =>
      `Ostatnia godzina: przekazane dostawcom ${numberWords("pl", submitted)}, doręczone ${numberWords("pl", delivered)} z ${numberWords("pl", ended)} zakończonych. W kolejce: ${numberWords("pl", waiting)}.`,
  },
};
