import type { Words } from "@/lib/language/language";

const en = {
  insert: "Short link",
  hint: "Paste the address between {{link: and }}. Each recipient gets a different link, and opens are counted.",
};

/** What is said of short links where a text is written. */
export const linkFieldWords: Words<typeof en> = {
  en,
  pl: {
    insert: "Krótki link",
    hint: "Wklej adres między {{link: a }}. Każdy odbiorca dostaje inny link, a otwarcia są liczone.",
  },
};
