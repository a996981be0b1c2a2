import type { Words } from "@/lib/language/language";

const en = {
  title: "Administration",
  main: "Administration",
  strip: (host: string) => `Administration of ${host}: all accounts`,
  back: "Your own account",
  viewing: {
    label: "Viewing an account",
    of: "Viewing",
    readOnly: "Nothing can be changed.",
    until: "Ends",
    end: "End viewing",
  },
};

export const adminWords: Words<typeof en> = {
  en,
  pl: {
    title: "Administracja",
    main: "Administracja",
    strip: (host) => `Administracja ${host}: wszystkie konta`,
    back: "Twoje konto",
    viewing: {
      label: "Przeglądanie konta",
      of: "Przeglądasz konto",
      readOnly: "Niczego nie można zmienić.",
      until: "Koniec",
      end: "Zakończ przeglądanie",
    },
  },
};
