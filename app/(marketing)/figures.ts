import { z } from "zod";
import type { Words } from "@/lib/language/language";

const ids = [
  "start",
  "accepted-one",
  "accepted-many",
  "bare-ratio",
  "event-to-row",
  "delivered",
  "script",
  "style",
] as const;

/** One measured figure, as `npm run figures` writes it. */
const Figure = z.object({
  id: z.enum(ids),
  value: z.number(),
  unit: z.string().max(20),
  command: z.string().max(100),
  cores: z.number().int(),
  date: z.iso.date(),
  commit: z.string().regex(/^[0-9a-f]{7,40}$/),
});

export type Figure = z.infer<typeof Figure>;

/** What each figure measures. */
export const figureWords: Words<Record<Figure["id"], string>> = {
  en: {
    start: "From `npm start` to serving, once built, with a new database",
    "accepted-one": "Messages accepted per second, one account",
    "accepted-many": "Messages accepted per second, 64 accounts",
    "bare-ratio": "Of that, compared with a bare HTTP listener on the same database",
    "event-to-row": "From accepted to the row on screen, 95th percentile",
    delivered: "From request to delivered, with the simulator",
    script: "JavaScript of the landing page, compressed",
    style: "CSS of the landing page, compressed",
  },
  pl: {
    start: "Od `npm start` do działania, po kompilacji, z nową bazą",
    "accepted-one": "Wiadomości przyjęte na sekundę, jedno konto",
    "accepted-many": "Wiadomości przyjęte na sekundę, 64 konta",
    "bare-ratio": "W porównaniu z samym serwerem HTTP na tej samej bazie",
    "event-to-row": "Od przyjęcia do wiersza na ekranie, 95. percentyl",
    delivered: "Od żądania do doręczenia, z symulatorem",
    script: "JavaScript strony głównej, skompresowany",
    style: "CSS strony głównej, skompresowany",
  },
};

/** The figures in this text of `public/figures.json`. Throws when a figure lacks something. */
export function parseFigures(json: string): Figure[] {
  return z.array(Figure).max(ids.length).parse(JSON.parse(json));
}
