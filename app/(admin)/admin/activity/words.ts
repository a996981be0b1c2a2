import type { Words } from "@/lib/language/language";

const en = {
  title: "Activity",
  lead: "Who changed what in all accounts and in the installation, and from where.",
};

export const adminActivityWords: Words<typeof en> = {
  en,
  pl: {
    title: "Aktywność",
    lead: "Kto, co i skąd zmienił na wszystkich kontach i w instalacji.",
  },
};
