import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  outcomes: {
    delivered: "Delivered",
    open: "In progress",
    failed: "Failed",
    bounced: "Bounced",
    expired: "Expired",
    cancelled: "Cancelled",
  },
  messages: (count: number) => countWords("en", count, { one: "message", other: "messages" }),
  time: (zone: string) => `Time (${zone})`,
  total: "All",
};

export const chartWords: Words<typeof en> = {
  en,
  pl: {
    outcomes: {
      delivered: "Doręczone",
      open: "W toku",
      failed: "Nieudane",
      bounced: "Niedoręczalne",
      expired: "Wygasłe",
      cancelled: "Anulowane",
    },
    messages: (count) =>
      countWords("pl", count, {
        one: "wiadomość",
        few: "wiadomości",
        many: "wiadomości",
        other: "wiadomości",
      }),
    time: (zone) => `Czas (${zone})`,
    total: "Razem",
  },
};
