import { numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  progress: "Progress",
  delivered: (delivered: number, all: number) =>
    `${numberWords("en", delivered)} of ${numberWords("en", all)} delivered`,
  openSend: "Open in the log",
};

export const sendProgressWords: Words<typeof en> = {
  en,
  pl: {
    progress: "Postęp",
    delivered: (delivered, all) =>
      `Doręczono ${numberWords("pl", delivered)} z ${numberWords("pl", all)}`,
    openSend: "Otwórz w dzienniku",
  },
};
