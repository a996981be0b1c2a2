import type { DocsPage } from "./pages";

/** The names of the groups of pages in Polish. */
export const polishGroups: Record<string, string> = {
  Start: "Początek",
  Sending: "Wysyłanie",
  Reliability: "Niezawodność",
  Recipes: "Przepisy",
  "Run it": "Własny serwer",
};

/** Every page that exists in Polish. The text of each is `pl/<slug>.md`. */
export const polishPages: Record<string, Omit<DocsPage, "slug">> = {
  "quick-start": {
    title: "Szybki start",
    description: "Od pustego konta do doręczonej wiadomości w pięć minut.",
    keywords: "SDK biblioteka pierwsza wiadomość",
  },
};
