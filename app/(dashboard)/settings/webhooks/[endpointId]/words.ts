import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Webhook endpoint",
  head: {
    copy: "Copy address",
    live: "Live messages",
    test: "Test messages",
    off: "Switch off",
    on: "Switch on",
  },
  secret: {
    title: "Signing secret",
    lead: "Your receiver verifies with it that an event is from here and unchanged.",
    two: "Two signatures on each event, by this secret and the one before, until",
    hide: "Hide",
    show: "Show",
    copy: "Copy secret",
    rotate: "Rotate",
    asking: "Rotate the secret?",
    effect:
      "The new secret signs at once. For 24 hours each event carries two signatures, by the new secret and by the one before, so that your receiver can change over in between.",
    underWay: "A rotation is under way until",
    stops: ". The secret before it stops signing now.",
    leave: "Leave it",
    submit: "Make new secret",
  },
  test: {
    title: "Test event",
    lead: "Made up, marked test, signed like any other. It is tried once and joins no log.",
    send: (event: string) => `Send ${event}`,
    unsent: (why: string) => `Not sent: ${why}`,
  },
  exchange: {
    headers: "Request headers",
    body: "Request body",
    answer: (status: number) => `Answer: ${status}`,
    empty: "(empty)",
  },
  log: {
    title: "Deliveries",
    csv: "CSV, a line a try",
    stale: "The list may be out of date",
    staleMore: (why: string) =>
      `${why} It is asked for again with the next change; reload to ask now.`,
    noneInState: "No delivery is in this state.",
    none: "Nothing yet. The first message that ends appears here at once.",
    older: "Older deliveries",
    states: "Deliveries by state",
    all: "All",
    pending: "Waiting",
    delivered: "Delivered",
    failed: "Failed",
    caption: "Deliveries, newest event first",
    columns: {
      state: "State",
      event: "Event",
      message: "Message",
      tries: "Tries",
      answer: "Last answer",
      time: "Time",
    },
    due: "due",
  },
  settings: {
    title: "Settings",
    lead: "What waits goes to the new address; an event added counts from now on.",
    submit: "Save",
    saved: "Saved.",
  },
  delete: {
    title: "Delete",
    lead: "To stop events for a while, switch the endpoint off instead.",
    asking: "Delete this endpoint?",
    effect:
      "It gets nothing more, and its secret is gone. What it was sent stays in the history of the messages. This cannot be undone.",
    waiting: (count: number) =>
      `${countWords("en", count, { one: "event", other: "events" })} still ${count === 1 ? "waits" : "wait"} to be delivered and will not be.`,
    type: (host: string) => `Type ${host} to go on`,
    keep: "Keep it",
    submit: "Delete endpoint",
  },
  notices: {
    added: "Endpoint added. It is on.",
    addedMore: "Put its secret into your receiver, then send it a test event.",
    back: "On again.",
    wasOff: "It was off since",
    missed: ". What was missed is not sent by itself:",
    replay: "count it and send it again",
    offSince: "Off since",
    failingSince: ", failing since",
    notKept:
      ". Events are not kept waiting for it. Once it is on again, what was missed can be sent.",
    silent: "Nothing has reached it for a while.",
    silentSince: "It has been failing since",
    failingNow: "The last tries failed.",
    oneByOne:
      ". After five failures in a row one event at a time is tried. The others wait, keep their tries, and go out once it answers.",
    silentMore:
      "Each event is tried ten times over three days; after five days of nothing but failures the endpoint is switched off.",
    gone: "Switched off: it answered 410, which means it is gone.",
    failing: "Switched off: it took nothing for days.",
    manual: "Switched off by hand.",
  },
  replay: {
    title: "Send again",
    lead: "The header webhook-id and the body stay as they were: a receiver that keeps the ids it has seen takes each event once.",
    what: "What",
    kinds: {
      failed_since: {
        label: "All that failed",
        hint: "Tries are used up, or the endpoint was switched off before it took them.",
      },
      missing_since: {
        label: "Never tried",
        hint: "Events that happened while it was off, or before it was added.",
      },
    },
    eventsOf: "Events of",
    spans: {
      1: "The last hour",
      24: "The last 24 hours",
      168: "The last 7 days",
      720: "The last 30 days",
    },
    sinceOff: "Since it was switched off",
    sinceFailing: "Since it began to fail",
    sinceTime: "Since a time",
    time: "Day and time",
    timeHint: "On your clock.",
    count: "Count",
    send: (count: number) => `Send ${numberWords("en", count)} again`,
    found: (count: number) => countWords("en", count, { one: "event", other: "events" }),
    since: "since",
    outcomes: { failed_since: " failed.", missing_since: " were never tried." },
    going: "Sending again …",
    delivered: (count: number, total: number) =>
      `${numberWords("en", count)} of ${numberWords("en", total)} delivered`,
    failed: (count: number) => `${numberWords("en", count)} failed`,
    pending: (count: number) => `${numberWords("en", count)} to go`,
    lost: (why: string) => why,
  },
};

const events = { one: "zdarzenie", few: "zdarzenia", many: "zdarzeń", other: "zdarzenia" };

export type EndpointWords = typeof en;

/** What the page of an endpoint says. */
export const endpointWords: Words<EndpointWords> = {
  en,
  pl: {
    title: "Punkt odbioru webhooków",
    head: {
      copy: "Kopiuj adres",
      live: "Wiadomości produkcyjne",
      test: "Wiadomości testowe",
      off: "Wyłącz",
      on: "Włącz",
    },
    secret: {
      title: "Sekret do podpisów",
      lead: "Pozwala odbiorcy sprawdzić, że zdarzenie pochodzi stąd i nikt go nie zmienił.",
      two: "Każde zdarzenie ma dwa podpisy, tym sekretem i poprzednim, do",
      hide: "Ukryj",
      show: "Pokaż",
      copy: "Kopiuj sekret",
      rotate: "Wymień",
      asking: "Wymienić sekret?",
      effect:
        "Nowy sekret podpisuje od razu. Przez 24 godziny każde zdarzenie ma dwa podpisy, nowym sekretem i poprzednim, żeby odbiorca mógł się w tym czasie przestawić.",
      underWay: "Wymiana trwa do",
      stops: ". Wcześniejszy sekret przestaje teraz podpisywać.",
      leave: "Zostaw",
      submit: "Utwórz nowy sekret",
    },
    test: {
      title: "Zdarzenie próbne",
      lead: "Zmyślone, oznaczone jako test, podpisane jak każde inne. Wysyłane raz, bez śladu w dzienniku.",
      send: (event) => `Wyślij ${event}`,
      unsent: (why) => `Nie wysłano: ${why}`,
    },
    exchange: {
      headers: "Nagłówki żądania",
      body: "Treść żądania",
      answer: (status) => `Odpowiedź: ${status}`,
      empty: "(pusta)",
    },
    log: {
      title: "Dostarczenia",
      csv: "CSV, wiersz na próbę",
      stale: "Lista może być nieaktualna",
      staleMore: () =>
        "Nie udało się jej pobrać. Pobierze się z następną zmianą albo po odświeżeniu strony.",
      noneInState: "W tym stanie nie ma żadnego dostarczenia.",
      none: "Jeszcze pusto. Pierwsza zakończona wiadomość pojawi się tu od razu.",
      older: "Starsze dostarczenia",
      states: "Dostarczenia według stanu",
      all: "Wszystkie",
      pending: "Czekające",
      delivered: "Dostarczone",
      failed: "Nieudane",
      caption: "Dostarczenia, od najnowszego zdarzenia",
      columns: {
        state: "Stan",
        event: "Zdarzenie",
        message: "Wiadomość",
        tries: "Próby",
        answer: "Ostatnia odpowiedź",
        time: "Czas",
      },
      due: "następna",
    },
    settings: {
      title: "Ustawienia",
      lead: "To, co czeka, trafi pod nowy adres; dodane zdarzenie liczy się od teraz.",
      submit: "Zapisz",
      saved: "Zapisano.",
    },
    delete: {
      title: "Usuń",
      lead: "Żeby wstrzymać zdarzenia na jakiś czas, lepiej wyłączyć punkt odbioru.",
      asking: "Usunąć ten punkt odbioru?",
      effect:
        "Niczego już nie dostanie, a jego sekret zniknie. To, co mu wysłano, zostaje w historii wiadomości. Tego nie da się cofnąć.",
      waiting: (count) =>
        `Na dostarczenie ${count === 1 ? "czeka" : "wciąż czeka:"} ${countWords("pl", count, events)}; nic z tego nie zostanie wysłane.`,
      type: (host) => `Wpisz ${host}, żeby kontynuować`,
      keep: "Zostaw",
      submit: "Usuń punkt odbioru",
    },
    notices: {
      added: "Punkt odbioru dodany i włączony.",
      addedMore: "Teraz wystarczy podać jego sekret odbiorcy i wysłać zdarzenie próbne.",
      back: "Znów włączony.",
      wasOff: "Był wyłączony od",
      missed: ". To, co go ominęło, nie wyśle się samo:",
      replay: "policz i wyślij ponownie",
      offSince: "Wyłączony od",
      failingSince: ", błędy od",
      notKept:
        ". Zdarzenia na niego nie czekają. Gdy znów będzie włączony, da się wysłać to, co go ominęło.",
      silent: "Od jakiegoś czasu nic tu nie dociera.",
      silentSince: "Próby nie udają się od",
      failingNow: "Ostatnie próby się nie udały.",
      oneByOne:
        ". Po pięciu błędach z rzędu wysyłane jest po jednym zdarzeniu na próbę. Pozostałe czekają, nie tracą prób i wyjdą, gdy punkt odbioru odpowie.",
      silentMore:
        "Każde zdarzenie ma dziesięć prób w ciągu trzech dni; po pięciu dniach samych błędów punkt odbioru zostaje wyłączony.",
      gone: "Wyłączony: odpowiedział 410, czyli już go nie ma.",
      failing: "Wyłączony: od wielu dni niczego nie przyjął.",
      manual: "Wyłączony ręcznie.",
    },
    replay: {
      title: "Ponowne wysłanie",
      lead: "Nagłówek webhook-id i treść pozostają takie same: kto pamięta widziane identyfikatory, przyjmie każde zdarzenie raz.",
      what: "Co",
      kinds: {
        failed_since: {
          label: "Wszystkie nieudane",
          hint: "Próby się skończyły albo punkt odbioru wyłączono, zanim je przyjął.",
        },
        missing_since: {
          label: "Niewysyłane",
          hint: "Zdarzenia z czasu, gdy był wyłączony albo jeszcze go nie było.",
        },
      },
      eventsOf: "Zdarzenia",
      spans: {
        1: "Z ostatniej godziny",
        24: "Z ostatnich 24 godzin",
        168: "Z ostatnich 7 dni",
        720: "Z ostatnich 30 dni",
      },
      sinceOff: "Od wyłączenia",
      sinceFailing: "Od pierwszego błędu",
      sinceTime: "Od wybranej chwili",
      time: "Dzień i godzina",
      timeHint: "Według czasu tego urządzenia.",
      count: "Policz",
      send: (count) => `Wyślij ponownie ${countWords("pl", count, events)}`,
      found: (count) => countWords("pl", count, events),
      since: "od",
      outcomes: { failed_since: ": nieudane.", missing_since: ": jeszcze niewysyłane." },
      going: "Ponowne wysyłanie…",
      delivered: (count, total) =>
        `Dostarczono ${numberWords("pl", count)} z ${numberWords("pl", total)}`,
      failed: (count) => `nieudane: ${numberWords("pl", count)}`,
      pending: (count) => `pozostało: ${numberWords("pl", count)}`,
      lost: () => "Nie udało się sprawdzić postępu. Odśwież stronę, żeby spróbować ponownie.",
    },
  },
};
