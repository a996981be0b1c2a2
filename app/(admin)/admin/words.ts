import type { Words } from "@/lib/language/language";

const en = {
  title: "Needs a person",
  lead: "What this installation can't settle on its own.",
};

export const adminOverviewWords: Words<typeof en> = {
  en,
  pl: {
    title: "Wymaga uwagi",
    lead: "Sprawy, których ta instalacja nie rozstrzygnie sama.",
  },
};
