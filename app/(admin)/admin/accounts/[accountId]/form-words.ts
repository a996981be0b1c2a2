import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  view: "View as this account",
  viewHint: "Read-only, for 30 minutes.",
  cancel: "Cancel",
  suspend: {
    open: "Suspend",
    title: "Suspend this account",
    effect:
      "Its API requests are rejected with 403 and this reason. Messages in the queue and campaigns wait, and nothing goes to a carrier. Its people can sign in and read. They get an email.",
    reason: "Reason",
    reasonHint: "The account sees it. A few words about what has to change.",
    submit: "Suspend account",
  },
  lift: {
    open: "Lift suspension",
    title: "Lift the suspension",
    effect:
      "Queued messages that are still valid and campaigns continue immediately. Its people get an email.",
    submit: "Lift suspension",
  },
  adjust: {
    title: "Grant or take away credits",
    credits: "Credits",
    creditsHint: "A negative number takes away.",
    note: "Note",
    noteHint: "The account sees it in its ledger.",
    submit: "Record",
    granted: (credits: number, balance: number) =>
      `${credits > 0 ? "Granted" : "Took away"} ${countWords("en", Math.abs(credits), { one: "credit", other: "credits" })}. New balance: ${numberWords("en", balance)}.`,
    repeated: (balance: number) =>
      `This was recorded before. Nothing was changed. Balance: ${numberWords("en", balance)}.`,
  },
  limits: {
    title: "Limits",
    lead: "Leave a field empty for the installation's limit. 0 means no limit.",
    fields: {
      requests_per_second: "Requests per second",
      requests_per_minute: "Requests per minute",
      messages_per_minute: "Messages per minute",
      test_messages_per_minute: "Test messages per minute",
    },
    standard: (count: number) =>
      count === 0 ? "Installation: no limit" : `Installation: ${numberWords("en", count)}`,
    submit: "Save limits",
    saved: "Saved. Each process counts by them from the account's next requests on.",
  },
};

/** What the forms about an account say. */
export const accountFormWords: Words<typeof en> = {
  en,
  pl: {
    view: "Zobacz jak to konto",
    viewHint: "Tylko do odczytu, przez 30 minut.",
    cancel: "Anuluj",
    suspend: {
      open: "Zawieś",
      title: "Zawieś to konto",
      effect:
        "API odrzuca jego żądania z kodem 403 i tym powodem. Wiadomości w kolejce i kampanie czekają, nic nie trafia do dostawcy. Jego osoby mogą się zalogować i przeglądać. Dostaną e-mail.",
      reason: "Powód",
      reasonHint: "Konto to zobaczy. Kilka słów o tym, co ma się zmienić.",
      submit: "Zawieś konto",
    },
    lift: {
      open: "Cofnij zawieszenie",
      title: "Cofnij zawieszenie",
      effect:
        "Ważne wiadomości z kolejki i kampanie od razu ruszą dalej. Osoby z konta dostaną e-mail.",
      submit: "Cofnij zawieszenie",
    },
    adjust: {
      title: "Przyznaj lub odejmij kredyty",
      credits: "Kredyty",
      creditsHint: "Liczba ujemna odejmuje.",
      note: "Notatka",
      noteHint: "Konto zobaczy ją w swojej księdze.",
      submit: "Zapisz",
      granted: (credits, balance) =>
        `${credits > 0 ? "Przyznano" : "Odjęto"} ${countWords("pl", Math.abs(credits), {
          one: "kredyt",
          few: "kredyty",
          many: "kredytów",
          other: "kredytu",
        })}. Nowe saldo: ${numberWords("pl", balance)}.`,
      repeated: (balance) =>
        `Zapisano to już wcześniej. Nic się nie zmieniło. Saldo: ${numberWords("pl", balance)}.`,
    },
    limits: {
      title: "Limity",
      lead: "Puste pole oznacza limit instalacji, a 0 brak limitu.",
      fields: {
        requests_per_second: "Żądania na sekundę",
        requests_per_minute: "Żądania na minutę",
        messages_per_minute: "Wiadomości na minutę",
        test_messages_per_minute: "Wiadomości testowe na minutę",
      },
      standard: (count) =>
        count === 0 ? "Instalacja: bez limitu" : `Instalacja: ${numberWords("pl", count)}`,
      submit: "Zapisz limity",
      saved: "Zapisano. Każdy proces liczy według nich od następnych żądań konta.",
    },
  },
};
