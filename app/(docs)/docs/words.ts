import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Documentation",
  titleEnd: "Depesza docs",
  lead: "How to send SMS with Depesza, in five languages and without any library, and how to run it yourself. Every example on these pages is run against the real server before each release.",
  description: "How to send SMS with Depesza, in five languages, and how to run it yourself.",
  allPages: "All pages",
  reference: "Reference",
  onlyEnglish: "This page is available in English only.",
  inEnglish: "in English",
  onThisPage: "On this page",
  sections: (count: number) => countWords("en", count, { one: "section", other: "sections" }),
  nextPages: "Next pages",
  previous: "Previous",
  next: "Next",
  copyPage: "Copy as Markdown",
  viewPage: "View as Markdown",
  linkToSection: "Link to this section",
  table: (columns: string) => `Table: ${columns}`,
  requires: (needs: string) => `Requires ${needs}.`,
  example: "example",
  settings: "settings",
  copy: (label: string) => `Copy ${label}`,
  search: {
    label: "Search the documentation",
    placeholder: "Search",
    results: "Search results",
    failed: "Failed to load the search. Reload the page.",
    loading: "Loading …",
    nothing: "Nothing found. Try fewer or other words.",
    found: (count: number) => countWords("en", count, { one: "result", other: "results" }),
  },
  notFound: {
    title: "Page not found",
    lead: "The link may be old or mistyped. Every page is in the list, and the search looks through all of them.",
  },
};

export const docsWords: Words<typeof en> = {
  en,
  pl: {
    title: "Dokumentacja",
    titleEnd: "dokumentacja Depeszy",
    lead: "Jak wysyłać SMS-y przez Depeszę w pięciu językach programowania, bez żadnej biblioteki, i jak uruchomić ją na własnym serwerze. Przed każdym wydaniem wszystkie przykłady z tych stron są uruchamiane na prawdziwym serwerze.",
    description:
      "Jak wysyłać SMS-y przez Depeszę w pięciu językach programowania i jak uruchomić ją na własnym serwerze.",
    allPages: "Wszystkie strony",
    reference: "Opis API",
    onlyEnglish: "Ta strona jest dostępna tylko po angielsku.",
    inEnglish: "po angielsku",
    onThisPage: "Na tej stronie",
    sections: (count: number) =>
      countWords("pl", count, { one: "sekcja", few: "sekcje", many: "sekcji", other: "sekcji" }),
    nextPages: "Następne strony",
    previous: "Poprzednia",
    next: "Następna",
    copyPage: "Kopiuj jako Markdown",
    viewPage: "Pokaż jako Markdown",
    linkToSection: "Link do tej sekcji",
    table: (columns: string) => `Tabela: ${columns}`,
    requires: (needs: string) => `Wymagania: ${needs}.`,
    example: "przykład",
    settings: "ustawienia",
    copy: (label: string) => `Kopiuj: ${label}`,
    search: {
      label: "Szukaj w dokumentacji",
      placeholder: "Szukaj",
      results: "Wyniki wyszukiwania",
      failed: "Nie udało się wczytać wyszukiwarki. Odśwież stronę.",
      loading: "Wczytywanie …",
      nothing: "Brak wyników. Użyj mniejszej liczby słów lub innych słów.",
      found: (count: number) =>
        countWords("pl", count, { one: "wynik", few: "wyniki", many: "wyników", other: "wyniku" }),
    },
    notFound: {
      title: "Nie ma takiej strony",
      lead: "Link może być stary lub błędnie wpisany. Wszystkie strony są na liście, a wyszukiwarka przeszukuje je wszystkie.",
    },
  },
};
