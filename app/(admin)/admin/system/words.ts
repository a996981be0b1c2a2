import { numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "System",
  lead: "What this installation runs on.",
  facts: {
    version: "Version",
    worker: "Worker",
    migrations: "Migrations",
    database: "PostgreSQL",
    size: "Database size",
    connections: "Connections",
    started: "Database started",
    disk: "Free disk space",
    backup: "Newest backup",
  },
  alive: "Last heartbeat",
  late: "Late. Last heartbeat",
  never: "No worker has run yet.",
  noBackup: "None. BACKUP_DIR is not set.",
  noBackupYet: "No backup yet.",
  applied: (applied: number, known: number, newest: string) =>
    `${numberWords("en", applied)} applied of ${numberWords("en", known)}, newest ${newest}`,
  used: (used: number, most: number) => `${numberWords("en", used)} of ${numberWords("en", most)}`,
  megabytes: (count: number) => `${numberWords("en", count)} MB`,
};

/** What the administrator's page of the system says. */
export const systemWords: Words<typeof en> = {
  en,
  pl: {
    title: "System",
    lead: "Na czym działa ta instalacja.",
    facts: {
      version: "Wersja",
      worker: "Proces wysyłający",
      migrations: "Migracje",
      database: "PostgreSQL",
      size: "Rozmiar bazy",
      connections: "Połączenia",
      started: "Start bazy",
      disk: "Wolne miejsce na dysku",
      backup: "Najnowsza kopia zapasowa",
    },
    alive: "Ostatni sygnał",
    late: "Spóźniony. Ostatni sygnał",
    never: "Żaden proces wysyłający jeszcze nie działał.",
    noBackup: "Brak. BACKUP_DIR nie jest ustawione.",
    noBackupYet: "Jeszcze nie powstała.",
    applied: (applied, known, newest) =>
      `Zastosowane: ${numberWords("pl", applied)} z ${numberWords("pl", known)}, najnowsza ${newest}`,
    used: (used, most) => `${numberWords("pl", used)} z ${numberWords("pl", most)}`,
    megabytes: (count) => `${numberWords("pl", count)} MB`,
  },
};
