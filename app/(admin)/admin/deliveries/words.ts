import type { Mending } from "@/lib/administration/contract";
import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const events = { one: "event", other: "events" };
const zdarzenia = { one: "zdarzenie", few: "zdarzenia", many: "zdarzeń", other: "zdarzenia" };

const en = {
  title: "Deliveries",
  lead: "Webhook endpoints of all accounts that fail, or were disabled because they did. Depesza retries a failing one and disables it if that lasts.",
  none: "Every enabled endpoint accepts its events.",
  columns: {
    endpoint: "Endpoint",
    account: "Account",
    state: "Status",
    response: "Last response",
    undelivered: "Undelivered",
    mend: "Actions",
  },
  test: "test",
  failing: "Failing since",
  disabled: "Disabled",
  most: (count: number) => `The ${numberWords("en", count)} longest in trouble are shown.`,
  atLeast: (count: number) => `${numberWords("en", count)} or more`,
  events: (count: number) => countWords("en", count, events),
  submit: {
    enable: "Enable and replay",
    replay: "Replay now",
    disable: "Disable",
  } satisfies Record<Mending, string>,
  done: (mending: Mending, count: number) =>
    mending === "disable" ? "Disabled." : `Replaying ${countWords("en", count, events)}.`,
};

/** What the administrator's page of webhook deliveries says. */
export const adminDeliveriesWords: Words<typeof en> = {
  en,
  pl: {
    title: "Webhooki",
    lead: "Punkty odbioru wszystkich kont, które zawodzą albo zostały z tego powodu wyłączone. Depesza ponawia próby, a jeśli to potrwa, wyłącza punkt.",
    none: "Każdy włączony punkt odbioru przyjmuje zdarzenia.",
    columns: {
      endpoint: "Punkt odbioru",
      account: "Konto",
      state: "Status",
      response: "Ostatnia odpowiedź",
      undelivered: "Niedoręczone",
      mend: "Akcje",
    },
    test: "test",
    failing: "Zawodzi od",
    disabled: "Wyłączony",
    most: (count) => `Widać ${numberWords("pl", count)} punktów, które zawodzą najdłużej.`,
    atLeast: (count) => `co najmniej ${numberWords("pl", count)}`,
    events: (count) => countWords("pl", count, zdarzenia),
    submit: {
      enable: "Włącz i wyślij ponownie",
      replay: "Wyślij ponownie",
      disable: "Wyłącz",
    },
    done: (mending, count) =>
      mending === "disable"
        ? "Wyłączono."
        : `Wysyłane ponownie: ${countWords("pl", count, zdarzenia)}.`,
  },
};
