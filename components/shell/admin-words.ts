import type { Words } from "@/lib/language/language";

const en = {
  title: "Administration",
  main: "Administration",
  strip: (host: string) => `Administration of ${host}: all accounts`,
  back: "Your own account",
};

export const adminWords: Words<typeof en> = {
  en,
  pl: {
    title: "Administracja",
    main: "Administracja",
    strip: (host) => `Administracja ${host}: wszystkie konta`,
    back: "Twoje konto",
  },
};
