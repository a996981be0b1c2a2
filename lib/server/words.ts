import type { Words } from "../language/language";

const en = {
  title: "This page is not available right now",
  lead: "The page reloads in a few seconds. Messages already accepted go on.",
};

/** The page that stands in for all others while their process is away. */
export const awayWords: Words<typeof en> = {
  en,
  pl: {
    title: "Ta strona jest chwilowo niedostępna",
    lead: "Strona wczyta się ponownie za kilka sekund. Przyjęte wiadomości idą dalej.",
  },
};
