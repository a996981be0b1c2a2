import type { Language } from "@/lib/language/language";

/** As `describeRoute` writes it; at most a few hundred characters. */
const written =
  /^(country|to) ([^,]+)(?:, account ([^,]+))?(?:, from (.+?))?(?:, (transactional|bulk))?, priority (\d+): (.+)$/;

const kinds: Record<string, string> = {
  transactional: "pojedyncze wiadomości",
  bulk: "jedna treść do wielu",
};

/** The route of a message, which is stored in English, in the reader's language; one of another form stays as it is. */
export function routeWords(route: string, language: Language): string {
  if (language === "en") return route;
  const [, by, to, account, from, kind, priority, carrier] = written.exec(route) ?? [];
  if (!by) return route;
  const parts = [
    by === "country" ? `kraj ${to}` : `na ${to}`,
    ...(account ? [`konto ${account}`] : []),
    ...(from ? [`nadawca ${from}`] : []),
    ...(kind ? [kinds[kind]] : []),
    `priorytet ${priority}`,
  ];
  return `${parts.join(", ")}: ${carrier}`;
}
