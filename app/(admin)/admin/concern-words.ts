import type { Concern, ConcernKind } from "@/lib/concerns/contract";
import { countWords, numberWords } from "@/lib/language/count-words";
import type { Language, Words } from "@/lib/language/language";
import { lookUp } from "@/lib/language/look-up";

/** What is the matter, and what to do about it. */
interface Said {
  title: (concern: Concern) => string;
  /** By the reason, where the same trouble has several remedies. */
  advice: string | ((concern: Concern) => string);
}

const messages = { one: "message", other: "messages" };
const wiadomości = { one: "wiadomość", few: "wiadomości", many: "wiadomości", other: "wiadomości" };
const n = ({ count }: Concern) => countWords("en", count, messages);
const w = ({ count }: Concern) => countWords("pl", count, wiadomości);
const en = (count: number) => numberWords("en", count);
const pl = (count: number) => numberWords("pl", count);
const nouns = {
  events: { one: "event", other: "events" },
  receipts: { one: "receipt matches", other: "receipts match" },
  callbacks: { one: "callback was", other: "callbacks were" },
  emails: { one: "email", other: "emails" },
  ranges: { one: "range of numbers", other: "ranges of numbers" },
};
const many = (count: number, noun: keyof typeof nouns) => countWords("en", count, nouns[noun]);
const megabytes = ({ count }: Concern) => Math.floor(count / 1_000_000);

const carrierTitles: Words<Record<string, string>> = {
  en: {
    carrier_out_of_credits: "Your credit at a carrier is used up",
    carrier_unauthorized: "A carrier rejects your credentials",
    carrier_down: "A carrier can't be reached",
  },
  pl: {
    carrier_out_of_credits: "Skończyły się środki u dostawcy",
    carrier_unauthorized: "Dostawca odrzuca dane dostępu",
    carrier_down: "Dostawca jest nieosiągalny",
  },
};

/** What ends the trouble, before the queue is tried again. */
const remedies: Words<Record<string, string>> = {
  en: {
    carrier_out_of_credits: "Top up at the carrier",
    carrier_unauthorized: "Fix the credentials in carriers.json or the settings",
  },
  pl: {
    carrier_out_of_credits: "Doładuj konto u dostawcy",
    carrier_unauthorized: "Popraw dane dostępu w carriers.json lub w ustawieniach",
  },
};

/** What is said of each kind of concern. */
export const concernWords: Words<Record<ConcernKind, Said>> = {
  en: {
    worker_late: {
      title: () => "No worker is running",
      advice:
        "Nothing is sent or delivered until one runs. Read the server's log and start it again.",
    },
    disk_low: {
      title: (each) => `The disk has only ${en(megabytes(each))} MB left`,
      advice: "Free space on the disk of the data folder. A full disk accepts no messages.",
    },
    carriers_file: {
      title: () => "carriers.json has errors and isn't used",
      advice: "Fix the file. It is read again within a second.",
    },
    carrier_trouble: {
      title: (each) =>
        `${lookUp(carrierTitles.en, each.reason ?? "") ?? "A carrier accepts no messages"}, ${n(each)} queued`,
      advice: ({ reason }) =>
        `${lookUp(remedies.en, reason ?? "") ?? "Remove the cause"} and retry, or drain the carrier so that messages take another route.`,
    },
    no_route: {
      title: (each) => `${n(each)} without a route`,
      advice: "Add a route to carriers.json, then retry.",
    },
    queue_stuck: {
      title: (each) => `${n(each)} should have left more than 10 minutes ago`,
      advice: "Enable the carrier if it is drained, retry, or refund the messages.",
    },
    unknown_fate: {
      title: (each) => `${n(each)} with an unknown result`,
      advice: "Resend or refund them.",
    },
    carrier_silent: {
      title: (each) => `A carrier accepted ${n(each)} and reported no result`,
      advice: "Check its callback address.",
    },
    campaign_stuck: {
      title: () => "A campaign makes no progress",
      advice: "Look at the queue of its carrier and at the worker.",
    },
    carrier_low: { title: () => "A carrier is low on credit", advice: "Top up at the carrier." },
    backup_failed: {
      title: () => "The last backup failed",
      advice: "It is retried every 15 minutes. Earlier backups are still there.",
    },
    backup_late: {
      title: () => "There is no recent backup",
      advice: "Check that a process with the worker runs, and read the server's log.",
    },
    endpoint_disabled: {
      title: (each) => `A webhook endpoint was disabled, ${many(each.count, "events")} undelivered`,
      advice: "When its receiver works again, enable it and replay.",
    },
    endpoint_failing: {
      title: (each) => `A webhook endpoint fails, ${many(each.count, "events")} undelivered`,
      advice: "Tell its owner. It is retried, and disabled if that lasts.",
    },
    receipts_unmatched: {
      title: (each) => `${many(each.count, "receipts")} no message`,
      advice: "Another installation may use the same account at the carrier.",
    },
    callbacks_refused: {
      title: (each) => `${many(each.count, "callbacks")} rejected`,
      advice: "If they are the carrier's own, correct its callback address or secret.",
    },
    account_failures: {
      title: (each) => `${en(Number(each.reason))} of ${n(each)} of an account failed in a day`,
      advice: "Look at the account. Its list of numbers may be old or bought.",
    },
    account_velocity: {
      title: (each) =>
        `${n(each)} of an account in an hour, at most ${en(Number(each.reason))} before`,
      advice: "Look at the account. Its token may be in the wrong hands.",
    },
    codes_stopped: {
      title: (each) => `Codes of an account to ${many(each.count, "ranges")} are stopped`,
      advice:
        "They look like artificial traffic. Its owners got an email, and stops end automatically.",
    },
    mails_waiting: {
      title: (each) => `${many(each.count, "emails")} can't leave`,
      advice: "Check the mail server.",
    },
    not_seen: {
      title: () => "Part of this list could not be read",
      advice: "The server's log has the error. The rest of the list is complete.",
    },
  },
  pl: {
    worker_late: {
      title: () => "Nie działa żaden proces wysyłający",
      advice:
        "Do jego uruchomienia nic nie wychodzi. Sprawdź dziennik serwera i uruchom go ponownie.",
    },
    disk_low: {
      title: (each) => `Na dysku zostało tylko ${pl(megabytes(each))} MB`,
      advice: "Zwolnij miejsce na dysku z folderem danych. Pełny dysk nie przyjmuje wiadomości.",
    },
    carriers_file: {
      title: () => "carriers.json zawiera błędy i nie jest używany",
      advice: "Popraw plik. Zostanie odczytany w ciągu sekundy.",
    },
    carrier_trouble: {
      title: (each) =>
        `${lookUp(carrierTitles.pl, each.reason ?? "") ?? "Dostawca nie przyjmuje wiadomości"}, w kolejce: ${w(each)}`,
      advice: ({ reason }) =>
        `${lookUp(remedies.pl, reason ?? "") ?? "Usuń przyczynę"} i ponów albo wyłącz dostawcę, żeby wiadomości poszły inną trasą.`,
    },
    no_route: {
      title: (each) => `Bez trasy: ${w(each)}`,
      advice: "Dodaj trasę w carriers.json i ponów.",
    },
    queue_stuck: {
      title: (each) => `Od ponad 10 minut czeka: ${w(each)}`,
      advice: "Włącz dostawcę, jeśli jest wyłączony, ponów albo zwróć kredyty.",
    },
    unknown_fate: {
      title: (each) => `Nieznany wynik: ${w(each)}`,
      advice: "Wyślij ponownie albo zwróć kredyty.",
    },
    carrier_silent: {
      title: (each) => `Dostawca przyjął ${w(each)} i nie zgłosił żadnego wyniku`,
      advice: "Sprawdź adres jego wywołań zwrotnych.",
    },
    campaign_stuck: {
      title: () => "Kampania stoi w miejscu",
      advice: "Sprawdź kolejkę jej dostawcy i proces wysyłający.",
    },
    carrier_low: {
      title: () => "U dostawcy kończą się środki",
      advice: "Doładuj konto u dostawcy.",
    },
    backup_failed: {
      title: () => "Ostatnia kopia zapasowa się nie udała",
      advice: "Próba powtarza się co 15 minut. Wcześniejsze kopie pozostają na miejscu.",
    },
    backup_late: {
      title: () => "Nie ma aktualnej kopii zapasowej",
      advice: "Sprawdź, czy działa proces wysyłający, i przeczytaj dziennik serwera.",
    },
    endpoint_disabled: {
      title: (each) => `Punkt odbioru jest wyłączony, niedoręczone zdarzenia: ${pl(each.count)}`,
      advice: "Gdy odbiornik znów zadziała, włącz go i wyślij zdarzenia ponownie.",
    },
    endpoint_failing: {
      title: (each) => `Punkt odbioru zawodzi, niedoręczone zdarzenia: ${pl(each.count)}`,
      advice: "Powiadom właściciela. Próby trwają, a jeśli to potrwa, punkt zostanie wyłączony.",
    },
    receipts_unmatched: {
      title: (each) => `Raporty bez wiadomości: ${pl(each.count)}`,
      advice: "Może inna instalacja używa tego samego konta u dostawcy.",
    },
    callbacks_refused: {
      title: (each) => `Odrzucone wywołania zwrotne: ${pl(each.count)}`,
      advice: "Jeśli wysłał je dostawca, popraw jego adres lub sekret wywołań.",
    },
    account_failures: {
      title: (each) => `Nieudane w ciągu doby: ${pl(Number(each.reason))} z ${pl(each.count)}`,
      advice: "Sprawdź konto. Lista numerów może być stara albo kupiona.",
    },
    account_velocity: {
      title: (each) => `W godzinę: ${w(each)}, wcześniej najwyżej ${pl(Number(each.reason))}`,
      advice: "Sprawdź konto. Token mógł trafić w niepowołane ręce.",
    },
    codes_stopped: {
      title: (each) => `Wstrzymane kody konta, zakresy numerów: ${pl(each.count)}`,
      advice: "Wyglądają na sztuczny ruch. Właściciele wiedzą, a wstrzymania kończą się same.",
    },
    mails_waiting: {
      title: (each) => `E-maile nie wychodzą: ${pl(each.count)}`,
      advice: "Sprawdź serwer poczty.",
    },
    not_seen: {
      title: () => "Nie udało się odczytać części tej listy",
      advice: "Błąd jest w dzienniku serwera. Reszta listy jest pełna.",
    },
  },
};

const places: Partial<Record<ConcernKind, string>> = {
  no_route: "/admin/messages#stuck",
  queue_stuck: "/admin/messages#stuck",
  unknown_fate: "/admin/messages#unknown",
  worker_late: "/admin/system",
  disk_low: "/admin/system",
  backup_failed: "/admin/system",
  backup_late: "/admin/system",
  carriers_file: "/admin/carriers",
  carrier_trouble: "/admin/carriers",
  carrier_silent: "/admin/carriers",
  carrier_low: "/admin/carriers",
  endpoint_disabled: "/admin/deliveries",
  endpoint_failing: "/admin/deliveries",
  receipts_unmatched: "/admin/receipts",
  callbacks_refused: "/admin/receipts",
};

/** Whether the title of a concern says its reason already. */
export function isReasonInTitle({ kind, reason }: Concern): boolean {
  return kind === "carrier_trouble" && lookUp(carrierTitles.en, reason ?? "") !== undefined;
}

/** What to do about a concern. */
export function adviceOf(concern: Concern, language: Language): string {
  const { advice } = concernWords[language][concern.kind];
  return typeof advice === "string" ? advice : advice(concern);
}

/** Where a concern is seen and mended; undefined where the advice is all there is. */
export function placeOf({ kind }: Concern): string | undefined {
  return places[kind];
}
