import type { Words } from "@/lib/language/language";
import type { AlarmKind } from "@/lib/monitoring/alarm-kinds";
import type { Part } from "./parts";

interface PartWords {
  name: string;
  /** What each state means for whoever sends messages. */
  states: Record<string, string>;
}

interface StatusPageWords {
  title: string;
  verdicts: Record<"ok" | "delayed" | "unavailable", { heading: string; lead: string }>;
  parts: Record<Part, PartWords>;
  states: Record<"good" | "fair" | "bad" | "unchecked", string>;
  unchecked: string;
  checked: string;
  forPrograms: string;
  administration: { title: string; lead: string; version: string; open: string };
  alarms: { title: string; none: string; since: string; names: Record<AlarmKind, string> };
}

/** What the page of the status says. */
export const statusPageWords: Words<StatusPageWords> = {
  en: {
    title: "Status",
    verdicts: {
      ok: { heading: "Everything works", lead: "Messages are accepted and sent." },
      delayed: {
        heading: "Messages are delayed",
        lead: "Messages are accepted, and sent as soon as the problem is over. None is lost.",
      },
      unavailable: {
        heading: "No messages are accepted",
        lead: "Requests get 503. Retry them after the time in Retry-After. Accepted messages are kept.",
      },
    },
    parts: {
      database: {
        name: "Database",
        states: {
          ok: "It keeps what is accepted.",
          failed: "It can't be reached, or accepts no writes.",
        },
      },
      migrations: {
        name: "Upgrade",
        states: { ok: "No upgrade is pending.", failed: "The database is not upgraded yet." },
      },
      disk: {
        name: "Storage",
        states: {
          ok: "There is enough space.",
          low: "Space is running out. Messages are still accepted.",
          failed: "There is no space left.",
        },
      },
      worker: {
        name: "Sending",
        states: {
          ok: "Accepted messages are sent.",
          late: "Sending has stopped. Messages are queued.",
        },
      },
      carrier: {
        name: "Carriers",
        states: { ok: "They accept messages.", in_trouble: "None accepts messages right now." },
      },
      replica: {
        name: "Read replica",
        states: {
          ok: "Lists and exports read from it.",
          late: "It is behind. Lists and exports read from the primary.",
          away: "It is unavailable. Lists and exports read from the primary.",
        },
      },
      backup: {
        name: "Backup",
        states: {
          ok: "The newest is recent.",
          late: "There is none from the last two intervals.",
        },
      },
    },
    states: { good: "Works", fair: "Limited", bad: "Down", unchecked: "Unknown" },
    unchecked: "Not checked while another part is down.",
    checked: "Checked",
    forPrograms: "The same for programs:",
    administration: {
      title: "For administrators",
      lead: "Only administrators see this part of the page.",
      version: "Version",
      open: "Open the administration",
    },
    alarms: {
      title: "Open alarms",
      none: "None.",
      since: "since",
      names: {
        carrier_busy: "Carrier in trouble",
        carrier_error: "Carrier in trouble",
        carrier_down: "Carrier down",
        carrier_throttled: "Carrier throttles",
        carrier_unauthorized: "Carrier rejects our credentials",
        carrier_out_of_credits: "Carrier has no credit left",
        no_route: "Messages without a route",
        queue_delayed: "Delayed messages",
        failure_rate_high: "Too many failed messages",
        carrier_balance_low: "Low carrier balance",
        disk_low: "Little disk space",
        backup_late: "No recent backup",
        worker_down: "Worker down",
      },
    },
  },
  pl: {
    title: "Stan usługi",
    verdicts: {
      ok: { heading: "Wszystko działa", lead: "Wiadomości są przyjmowane i wysyłane." },
      delayed: {
        heading: "Wiadomości są opóźnione",
        lead: "Wiadomości są przyjmowane i wyjdą, gdy problem minie. Żadna nie zginie.",
      },
      unavailable: {
        heading: "Wiadomości nie są przyjmowane",
        lead: "Żądania dostają 503. Ponów je po czasie z Retry-After. Przyjęte wiadomości są zachowane.",
      },
    },
    parts: {
      database: {
        name: "Baza danych",
        states: {
          ok: "Przechowuje to, co przyjęto.",
          failed: "Jest nieosiągalna albo nie przyjmuje zapisów.",
        },
      },
      migrations: {
        name: "Aktualizacja",
        states: {
          ok: "Żadna aktualizacja nie czeka.",
          failed: "Baza danych nie jest jeszcze zaktualizowana.",
        },
      },
      disk: {
        name: "Miejsce na dysku",
        states: {
          ok: "Miejsca jest dość.",
          low: "Kończy się miejsce. Wiadomości są nadal przyjmowane.",
          failed: "Nie ma już miejsca.",
        },
      },
      worker: {
        name: "Wysyłka",
        states: {
          ok: "Przyjęte wiadomości są wysyłane.",
          late: "Wysyłka stoi. Wiadomości czekają w kolejce.",
        },
      },
      carrier: {
        name: "Dostawcy",
        states: {
          ok: "Przyjmują wiadomości.",
          in_trouble: "Żaden nie przyjmuje teraz wiadomości.",
        },
      },
      replica: {
        name: "Replika do odczytu",
        states: {
          ok: "Listy i eksporty są z niej czytane.",
          late: "Jest spóźniona. Listy i eksporty są czytane z bazy głównej.",
          away: "Nie działa. Listy i eksporty są czytane z bazy głównej.",
        },
      },
      backup: {
        name: "Kopia zapasowa",
        states: { ok: "Najnowsza jest aktualna.", late: "Brak kopii z ostatnich dwóch odstępów." },
      },
    },
    states: { good: "Działa", fair: "Ograniczone", bad: "Nie działa", unchecked: "Nieznane" },
    unchecked: "Niesprawdzone, gdy inna część nie działa.",
    checked: "Sprawdzono",
    forPrograms: "To samo dla programów:",
    administration: {
      title: "Dla administratorów",
      lead: "Tę część strony widzą tylko administratorzy.",
      version: "Wersja",
      open: "Otwórz administrację",
    },
    alarms: {
      title: "Otwarte alarmy",
      none: "Brak.",
      since: "od",
      names: {
        carrier_busy: "Dostawca ma kłopoty",
        carrier_error: "Dostawca ma kłopoty",
        carrier_down: "Dostawca nie działa",
        carrier_throttled: "Dostawca ogranicza wysyłkę",
        carrier_unauthorized: "Dostawca odrzuca dane logowania",
        carrier_out_of_credits: "Dostawca nie ma już środków",
        no_route: "Wiadomości bez trasy",
        queue_delayed: "Opóźnione wiadomości",
        failure_rate_high: "Za dużo nieudanych wiadomości",
        carrier_balance_low: "Niskie saldo u dostawcy",
        disk_low: "Mało miejsca na dysku",
        backup_late: "Brak aktualnej kopii zapasowej",
        worker_down: "Proces wysyłający nie działa",
      },
    },
  },
};
