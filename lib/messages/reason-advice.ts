interface Advice {
  /** What happened. */
  meaning: string;
  /** What the sender of the message, or the administrator, does about it. */
  advice: string;
}

interface ReasonAdvice {
  /** The field that has this code: `reason` of a message with a final status, `wait_reason` of one that is queued. */
  field: "reason" | "wait_reason";
  en: Advice;
  pl: Advice;
}

/** Every code that Depesza itself writes to `reason` and `wait_reason`. A carrier may report others. */
export const reasonAdvice = {
  carrier_rejected: {
    field: "reason",
    en: {
      meaning: "The carrier or the mobile network rejected the message.",
      advice:
        "Check `carrier_code` and the sender: many networks block sender names that are not registered. Fix the message and send it with a new idempotency key.",
    },
    pl: {
      meaning: "Dostawca lub operator odrzucił wiadomość.",
      advice:
        "Sprawdź `carrier_code` i nadawcę: wielu operatorów blokuje niezarejestrowane nazwy. Popraw wiadomość i wyślij ją z nowym kluczem idempotencji.",
    },
  },
  unknown_subscriber: {
    field: "reason",
    en: {
      meaning: "Nobody has this number, or it can't receive SMS.",
      advice: "Ask the recipient for the current number and stop sending to this one.",
    },
    pl: {
      meaning: "Nikt nie ma tego numeru albo numer nie odbiera SMS-ów.",
      advice: "Zapytaj odbiorcę o aktualny numer i nie wysyłaj więcej na ten.",
    },
  },
  not_delivered_in_time: {
    field: "reason",
    en: {
      meaning: "The phone was off or out of coverage until the validity ended.",
      advice: "Resend it with a new idempotency key, or with a longer `validity`.",
    },
    pl: {
      meaning: "Telefon był wyłączony lub poza zasięgiem do końca ważności wiadomości.",
      advice: "Wyślij ponownie z nowym kluczem idempotencji albo z dłuższą ważnością.",
    },
  },
  not_sent_in_time: {
    field: "reason",
    en: {
      meaning: "The message was still queued when its validity ended.",
      advice:
        "Look for the cause in the message's history, such as a carrier that was down. If the message was never submitted to the carrier, its credits are refunded. Resend it with a new idempotency key.",
    },
    pl: {
      meaning: "Wiadomość nadal czekała w kolejce, gdy minęła jej ważność.",
      advice:
        "Poszukaj przyczyny w historii wiadomości, na przykład niedostępnego dostawcy. Jeśli wiadomość nigdy nie trafiła do dostawcy, kredyty są zwracane. Wyślij ją ponownie z nowym kluczem idempotencji.",
    },
  },
  no_receipt: {
    field: "reason",
    en: {
      meaning: "The carrier accepted the message and sent no delivery report within its validity.",
      advice:
        "The message may have arrived. If this happens to many messages, ask the administrator to check the carrier's callbacks.",
    },
    pl: {
      meaning: "Dostawca przyjął wiadomość, ale nie przysłał raportu doręczenia w czasie ważności.",
      advice:
        "Wiadomość mogła dotrzeć. Jeśli wiele wiadomości kończy się w ten sposób, poproś administratora o sprawdzenie wywołań zwrotnych dostawcy.",
    },
  },
  carrier_down: {
    field: "wait_reason",
    en: {
      meaning: "The carrier can't be reached, and no other route is open.",
      advice:
        "Nothing to do: Depesza retries until the validity ends. If it lasts, the administrator checks `npm run cli -- carrier status`.",
    },
    pl: {
      meaning: "Dostawca jest nieosiągalny, a innej trasy nie ma.",
      advice:
        "Wystarczy poczekać: Depesza ponawia próby do końca ważności. Jeśli to trwa, administrator sprawdza `npm run cli -- carrier status`.",
    },
  },
  carrier_error: {
    field: "wait_reason",
    en: {
      meaning: "The carrier returned an error.",
      advice: "Nothing to do: Depesza retries until the validity ends.",
    },
    pl: {
      meaning: "Dostawca zwrócił błąd.",
      advice: "Wystarczy poczekać: Depesza ponawia próby do końca ważności.",
    },
  },
  carrier_busy: {
    field: "wait_reason",
    en: {
      meaning: "The carrier asked for a later attempt of this message.",
      advice: "Nothing to do: Depesza retries within seconds.",
    },
    pl: {
      meaning: "Dostawca poprosił o późniejszą próbę dla tej wiadomości.",
      advice: "Wystarczy poczekać: Depesza ponowi próbę w ciągu kilku sekund.",
    },
  },
  carrier_throttled: {
    field: "wait_reason",
    en: {
      meaning: "The carrier limits how fast it accepts messages.",
      advice:
        "Nothing to do: Depesza waits as long as the carrier asks. If it happens often, the administrator asks the carrier for a higher limit.",
    },
    pl: {
      meaning: "Dostawca ogranicza tempo przyjmowania wiadomości.",
      advice:
        "Wystarczy poczekać: Depesza czeka tyle, o ile prosi dostawca. Jeśli zdarza się to często, administrator prosi dostawcę o wyższy limit.",
    },
  },
  carrier_unauthorized: {
    field: "wait_reason",
    en: {
      meaning: "The carrier rejects this installation's token or password.",
      advice:
        "The administrator corrects the token or password in `carriers.json`, or `SMS_API_TOKEN`. After a change of `.env`, restart Depesza.",
    },
    pl: {
      meaning: "Dostawca odrzuca token lub hasło tej instalacji.",
      advice:
        "Administrator poprawia token lub hasło w `carriers.json` albo `SMS_API_TOKEN`. Po zmianie w `.env` uruchom Depeszę ponownie.",
    },
  },
  carrier_out_of_credits: {
    field: "wait_reason",
    en: {
      meaning: "This installation's credits at the carrier are used up.",
      advice: "The administrator tops up at the carrier. Queued messages are sent afterwards.",
    },
    pl: {
      meaning: "Skończyły się kredyty tej instalacji u dostawcy.",
      advice: "Administrator doładowuje konto u dostawcy. Czekające wiadomości wyjdą potem.",
    },
  },
  carrier_silent: {
    field: "wait_reason",
    en: {
      meaning: "The carrier did not respond, so it isn't known whether it accepted the message.",
      advice:
        "Nothing to do: Depesza repeats the same request, which the carrier recognizes and sends once.",
    },
    pl: {
      meaning: "Dostawca nie odpowiedział, więc nie wiadomo, czy przyjął wiadomość.",
      advice:
        "Wystarczy poczekać: Depesza powtarza to samo żądanie, które dostawca rozpoznaje i wysyła raz.",
    },
  },
  no_route: {
    field: "wait_reason",
    en: {
      meaning: "No route leads to a carrier for this number, account, and sender.",
      advice:
        "The administrator adds a route to `carriers.json`; the message then leaves within 10 seconds.",
    },
    pl: {
      meaning: "Dla tego numeru, konta i nadawcy żadna trasa nie prowadzi do dostawcy.",
      advice:
        "Administrator dodaje trasę do `carriers.json`; wiadomość wychodzi wtedy w ciągu 10 sekund.",
    },
  },
  carrier_draining: {
    field: "wait_reason",
    en: {
      meaning: "The administrator is draining the carrier, and no other route is open.",
      advice: "The administrator enables the carrier again or adds a route to another one.",
    },
    pl: {
      meaning: "Administrator wyłączył dostawcę z użycia, a innej trasy nie ma.",
      advice: "Administrator włącza dostawcę z powrotem albo dodaje trasę do innego.",
    },
  },
  campaign_paused: {
    field: "wait_reason",
    en: {
      meaning: "Its campaign is paused.",
      advice: "Resume or cancel the campaign. Cancelling refunds the credits.",
    },
    pl: {
      meaning: "Jej kampania jest wstrzymana.",
      advice: "Wznów kampanię albo ją anuluj, a kredyty wrócą.",
    },
  },
  quiet_hours: {
    field: "wait_reason",
    en: {
      meaning: "It is quiet hours of its campaign in the recipient's country.",
      advice: "It is sent when they end. To send it now, remove the quiet hours of the campaign.",
    },
    pl: {
      meaning: "W kraju odbiorcy trwa cisza nocna kampanii.",
      advice: "Wyjdzie po jej zakończeniu. Aby wysłać ją teraz, wyłącz ciszę nocną kampanii.",
    },
  },
  sender_not_allowed: {
    field: "reason",
    en: {
      meaning: "The carrier may not be used with this sender.",
      advice:
        "Use a sender that the carrier accepts. The administrator lists them in `carriers.json`.",
    },
    pl: {
      meaning: "U tego dostawcy nie można używać tego nadawcy.",
      advice:
        "Użyj nadawcy, którego dostawca przyjmuje. Ich listę administrator prowadzi w `carriers.json`.",
    },
  },
  fate_unknown: {
    field: "reason",
    en: {
      meaning:
        "The carrier never said whether it took the message, and the administrator gave it up.",
      advice:
        "The credits were refunded. If the message still matters, send it with a new idempotency key.",
    },
    pl: {
      meaning: "Dostawca nie potwierdził przyjęcia wiadomości, a administrator z niej zrezygnował.",
      advice:
        "Kredyty zostały zwrócone. Jeśli wiadomość jest nadal potrzebna, wyślij ją z nowym kluczem idempotencji.",
    },
  },
  given_up: {
    field: "reason",
    en: {
      meaning: "It was queued for too long, and the administrator gave it up. No carrier had it.",
      advice:
        "The credits were refunded. If the message still matters, send it with a new idempotency key.",
    },
    pl: {
      meaning:
        "Czekała w kolejce zbyt długo i administrator z niej zrezygnował. Żaden dostawca jej nie miał.",
      advice:
        "Kredyty zostały zwrócone. Jeśli wiadomość jest nadal potrzebna, wyślij ją z nowym kluczem idempotencji.",
    },
  },
  worker_lost: {
    field: "wait_reason",
    en: {
      meaning: "The worker process that had the message stopped.",
      advice: "Nothing to do: another worker takes over within 30 seconds.",
    },
    pl: {
      meaning: "Proces, który wysyłał wiadomość, zatrzymał się.",
      advice: "Wystarczy poczekać: w ciągu 30 sekund przejmie ją inny proces.",
    },
  },
} satisfies Record<string, ReasonAdvice>;

type ReasonCode = keyof typeof reasonAdvice;

/** What to do when the carrier gave a reason in its own words. */
const otherAdvice = {
  en: "These are the carrier's own words. Correct what it names, then send a new message. If it is unclear, ask the carrier with its ID and code.",
  pl: "To słowa dostawcy. Popraw to, co wskazuje, i wyślij nową wiadomość. W razie wątpliwości zapytaj dostawcę, podając ID i kod.",
};

/** What to do about a reason, in the reader's language and without the marks of code. */
export function adviceFor(reason: string, language: "en" | "pl"): string {
  const advice = isReasonCode(reason)
    ? reasonAdvice[reason][language].advice
    : otherAdvice[language];
  return advice.replaceAll("`", "");
}

/** Whether a reason is a code of ours, and no words of a carrier's. */
export function isReasonCode(reason: string): reason is ReasonCode {
  return Object.hasOwn(reasonAdvice, reason);
}
