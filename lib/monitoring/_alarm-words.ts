import { countWords, numberWords } from "../language/count-words";
import type { Words } from "../language/language";
import type { AlarmKind, Condition } from "./alarm-kinds";

interface Said {
  /** As a subject, without a period. */
  begins: string;
  detail: string;
  advice: string;
  ends: string;
}

type Say = (condition: Condition) => Said;

/** What is said of each alarm, by its subject and amount. */
export const alarmWords: Words<Record<AlarmKind, Say>> = {
  en: {
    ...troubleWords(({ subject }) => ({
      begins: `Carrier ${subject} accepts no messages`,
      detail: "Its messages are queued, or take another route where there is one.",
      advice: "See on Carriers why. Depesza keeps trying and sends what is queued after that.",
      ends: `Carrier ${subject} is no longer in trouble`,
    })),
    no_route: ({ amount }) => ({
      begins: "Messages are queued without a route",
      detail: `${countWords("en", amount, { one: "message has", other: "messages have" })} no route in carriers.json that leads to a carrier.`,
      advice: "Add a route. The messages are sent within seconds after that.",
      ends: "All messages have a route again",
    }),
    queue_delayed: ({ subject, amount }) => ({
      begins: `Messages for carrier ${subject} are delayed`,
      detail: `The oldest message for carrier ${subject} has been due for ${minutesOf(amount)} min.`,
      advice: "See on Carriers whether it is in trouble, drained, or has a rate that is too low.",
      ends: `Messages for carrier ${subject} are on time again`,
    }),
    failure_rate_high: ({ subject, amount }) => ({
      begins: `Too many messages fail at carrier ${subject}`,
      detail: `${amount}% of the last messages at carrier ${subject} were not delivered.`,
      advice:
        "See the reasons in the log. If it is the carrier, drain it so that new messages take another route.",
      ends: `Carrier ${subject} delivers again`,
    }),
    carrier_balance_low: ({ subject, amount }) => ({
      begins: `Little credit is left at carrier ${subject}`,
      detail: `The balance at carrier ${subject} is ${amount}.`,
      advice: "Top up at the carrier. Without credit, its messages are queued.",
      ends: `Carrier ${subject} has credit again`,
    }),
    disk_low: ({ subject, amount }) => ({
      begins: `The disk of ${subject} is almost full`,
      detail: `The disk of DATA_DIR on ${subject} has ${amount} MB left.`,
      advice: "Free space. With less than 32 MB the embedded database accepts no messages.",
      ends: `The disk of ${subject} has space again`,
    }),
    backup_late: ({ amount }) => ({
      begins: "There is no recent backup",
      detail: amount > 0 ? `The newest backup is ${amount} h old.` : "No backup has been made yet.",
      advice: "See on System in the administration why the last one failed.",
      ends: "There is a recent backup again",
    }),
    worker_down: ({ amount }) => ({
      begins: "The worker is down",
      detail: `${amount > 0 ? `The worker has not reported for ${amount} s.` : "No worker has ever reported."} Messages are accepted and not sent.`,
      advice: "Start it again. If it runs, see the server's log for what holds it up.",
      ends: "The worker runs again",
    }),
  },
  pl: {
    ...troubleWords(({ subject }) => ({
      begins: `Dostawca ${subject} nie przyjmuje wiadomości`,
      detail: "Jego wiadomości czekają w kolejce albo idą inną trasą, jeśli taka jest.",
      advice:
        "Sprawdź przyczynę na stronie Dostawcy. Depesza ponawia próby i wyśle potem czekające wiadomości.",
      ends: `Dostawca ${subject} nie ma już kłopotów`,
    })),
    no_route: ({ amount }) => ({
      begins: "Wiadomości czekają bez trasy",
      detail: `Liczba wiadomości bez trasy w carriers.json: ${numberWords("pl", amount)}.`,
      advice: "Dodaj trasę. Wiadomości wyjdą w ciągu kilku sekund.",
      ends: "Wszystkie wiadomości znów mają trasę",
    }),
    queue_delayed: ({ subject, amount }) => ({
      begins: `Wiadomości dla dostawcy ${subject} są opóźnione`,
      detail: `Najstarsza wiadomość dla dostawcy ${subject} czeka od ${minutesOf(amount)} min.`,
      advice:
        "Sprawdź na stronie Dostawcy, czy nie ma kłopotów, nie jest wyłączony z użycia i czy jego tempo nie jest za niskie.",
      ends: `Wiadomości dla dostawcy ${subject} wychodzą już na czas`,
    }),
    failure_rate_high: ({ subject, amount }) => ({
      begins: `Za dużo nieudanych wiadomości u dostawcy ${subject}`,
      detail: `${amount}% ostatnich wiadomości u dostawcy ${subject} nie zostało doręczonych.`,
      advice:
        "Sprawdź przyczyny w dzienniku. Jeśli zawodzi dostawca, wyłącz go z użycia, żeby nowe wiadomości szły inną trasą.",
      ends: `Dostawca ${subject} znów doręcza`,
    }),
    carrier_balance_low: ({ subject, amount }) => ({
      begins: `Kończą się środki u dostawcy ${subject}`,
      detail: `Saldo u dostawcy ${subject} wynosi ${amount}.`,
      advice: "Doładuj konto u dostawcy. Bez środków jego wiadomości czekają w kolejce.",
      ends: `Dostawca ${subject} znów ma środki`,
    }),
    disk_low: ({ subject, amount }) => ({
      begins: `Dysk maszyny ${subject} jest prawie pełny`,
      detail: `Na dysku z DATA_DIR na maszynie ${subject} zostało ${amount} MB.`,
      advice: "Zwolnij miejsce. Poniżej 32 MB wbudowana baza danych nie przyjmuje wiadomości.",
      ends: `Na dysku maszyny ${subject} znów jest miejsce`,
    }),
    backup_late: ({ amount }) => ({
      begins: "Nie ma aktualnej kopii zapasowej",
      detail:
        amount > 0
          ? `Najnowsza kopia zapasowa ma ${amount} godz.`
          : "Nie powstała jeszcze żadna kopia zapasowa.",
      advice: "Sprawdź na stronie System w panelu administratora, dlaczego ostatnia się nie udała.",
      ends: "Znów jest aktualna kopia zapasowa",
    }),
    worker_down: ({ amount }) => ({
      begins: "Proces wysyłający nie działa",
      detail: `${amount > 0 ? `Proces wysyłający (worker) nie zgłosił się od ${amount} s.` : "Żaden proces wysyłający (worker) jeszcze się nie zgłosił."} Wiadomości są przyjmowane, ale nie są wysyłane.`,
      advice: "Uruchom go ponownie. Jeśli działa, sprawdź w dzienniku serwera, co go wstrzymuje.",
      ends: "Proces wysyłający znów działa",
    }),
  },
};

type Trouble = "carrier_busy" | "carrier_error" | "carrier_down" | "carrier_throttled";
type Refusal = "carrier_unauthorized" | "carrier_out_of_credits";

/** Whatever the reason: its beginning was told with more. */
function troubleWords(say: Say): Record<Trouble | Refusal, Say> {
  return {
    ...{ carrier_busy: say, carrier_error: say, carrier_down: say, carrier_throttled: say },
    ...{ carrier_unauthorized: say, carrier_out_of_credits: say },
  };
}

function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
