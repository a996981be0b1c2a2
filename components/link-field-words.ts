import type { Words } from "@/lib/language/language";

const en = {
  insert: "Short link",
  hint: "Paste the address between {{link: and }}. Each recipient gets a link of their own, and its opens are counted.",
};

/** What is said of short links where a text is written. */
export const linkFieldWords: Words<typeof en> = {
  en,
  pl: {
    insert: "Krótki link",
    hint: "Wklej adres między {{link: a }}. Każdy odbiorca dostaje własny link, a jego otwarcia są liczone.",
  },
};
