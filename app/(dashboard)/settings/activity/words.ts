import type { Words } from "@/lib/language/language";

const en = {
  title: "Activity",
  lead: "Who changed what in this account, and from where. Sent messages are in the log of messages.",
};

export const ownActivityWords: Words<typeof en> = {
  en,
  pl: {
    title: "Aktywność",
    lead: "Kto, co i skąd zmienił na tym koncie. Wysłane wiadomości są w dzienniku wiadomości.",
  },
};
