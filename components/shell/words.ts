import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { moneyWords } from "@/lib/language/money-words";

const en = {
  skip: "Skip to content",
  main: "Main",
  docs: "Docs",
  pricing: "Pricing",
  signIn: "Sign in",
  signUp: "Sign up",
  signOut: "Sign out",
  panel: "Dashboard",
  more: "More",
  loading: "Loading the page",
  places: {
    start: "Start",
    overview: "Overview",
    send: "Send",
    campaigns: "Campaigns",
    messages: "Messages",
    contacts: "Contacts",
    credits: "Credits",
    settings: "Settings",
    admin: "Administration",
  },
  credits: (count: number) => countWords("en", count, { one: "credit", other: "credits" }),
  worth: (micros: number, currency: string) => `${moneyWords("en", micros, currency)} excl. VAT`,
  themes: { system: "System", light: "Light", dark: "Dark" },
  theme: (now: string) => `Theme: ${now}`,
  changeTheme: (now: string, next: string) => `Theme: ${now}. Change to: ${next}`,
};

export const shellWords: Words<typeof en> = {
  en,
  pl: {
    skip: "Przejdź do treści",
    main: "Główne",
    docs: "Dokumentacja",
    pricing: "Cennik",
    signIn: "Zaloguj się",
    signUp: "Załóż konto",
    signOut: "Wyloguj się",
    panel: "Przejdź do panelu",
    more: "Więcej",
    loading: "Wczytywanie strony",
    places: {
      start: "Start",
      overview: "Przegląd",
      send: "Wyślij",
      campaigns: "Kampanie",
      messages: "Wiadomości",
      contacts: "Kontakty",
      credits: "Kredyty",
      settings: "Ustawienia",
      admin: "Administracja",
    },
    credits: (count) =>
      countWords("pl", count, {
        one: "kredyt",
        few: "kredyty",
        many: "kredytów",
        other: "kredytu",
      }),
    worth: (micros, currency) => `${moneyWords("pl", micros, currency)} netto`,
    themes: { system: "Jak w systemie", light: "Jasny", dark: "Ciemny" },
    theme: (now) => `Motyw: ${now}`,
    changeTheme: (now, next) => `Motyw: ${now}. Zmień na: ${next}`,
  },
};
