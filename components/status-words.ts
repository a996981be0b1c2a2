import type { Language, Words } from "@/lib/language/language";
import { lookUp } from "@/lib/language/look-up";
import type { MessageStatus } from "@/lib/messages/status";

export interface StatusWords {
  word: string;
  /** What it means, in a sentence for someone who sent one message. */
  meaning: string;
}

/** How each state is called on every screen. */
export const statusWords: Words<Record<MessageStatus, StatusWords>> = {
  en: {
    scheduled: { word: "Scheduled", meaning: "Waiting for its scheduled time." },
    queued: { word: "Queued", meaning: "Accepted. Waiting to be sent to the carrier." },
    sending: { word: "Sending", meaning: "Being sent to the carrier." },
    sent: { word: "Sent", meaning: "The carrier accepted it. No delivery report yet." },
    unknown: {
      word: "Unknown",
      meaning: "A process stopped while sending it. The carrier's report will show the result.",
    },
    delivered: { word: "Delivered", meaning: "Delivered to the phone." },
    failed: { word: "Failed", meaning: "Rejected by the carrier or the mobile network." },
    expired: { word: "Expired", meaning: "Not delivered within its validity." },
    bounced: { word: "Bounced", meaning: "The number is inactive or unreachable." },
    cancelled: { word: "Cancelled", meaning: "Cancelled before it was sent. Credits refunded." },
  },
  pl: {
    scheduled: { word: "Zaplanowana", meaning: "Czeka na zaplanowany czas." },
    queued: { word: "W kolejce", meaning: "Przyjęta. Czeka na wysłanie do dostawcy." },
    sending: { word: "Wysyłana", meaning: "Trwa wysyłanie do dostawcy." },
    sent: { word: "Wysłana", meaning: "Dostawca ją przyjął. Nie ma jeszcze raportu doręczenia." },
    unknown: {
      word: "Nieznany wynik",
      meaning:
        "Proces zatrzymał się podczas wysyłania. Wynik pokaże raport doręczenia od dostawcy.",
    },
    delivered: { word: "Doręczona", meaning: "Telefon ją odebrał." },
    failed: { word: "Nieudana", meaning: "Odrzucona przez dostawcę lub sieć komórkową." },
    expired: { word: "Wygasła", meaning: "Nie doręczono jej w czasie ważności." },
    bounced: { word: "Niedoręczalna", meaning: "Numer jest nieaktywny lub nieosiągalny." },
    cancelled: {
      word: "Anulowana",
      meaning: "Anulowana przed wysłaniem. Kredyty zwrócono.",
    },
  },
};

/** The colour of each state, beside its glyph and word. */
export const statusTones: Record<MessageStatus, "ok" | "bad" | "warn" | "info" | "mute"> = {
  scheduled: "info",
  queued: "mute",
  sending: "mute",
  sent: "info",
  unknown: "warn",
  delivered: "ok",
  failed: "bad",
  expired: "warn",
  bounced: "bad",
  cancelled: "mute",
};

const reasonsInEnglish = {
  carrier_rejected: "the carrier rejected it",
  carrier_down: "the carrier cannot be reached",
  carrier_error: "the carrier returned an error; a retry follows",
  carrier_busy: "the carrier is busy",
  carrier_throttled: "the carrier is throttling messages",
  carrier_unauthorized: "the carrier does not accept this installation's token",
  carrier_out_of_credits: "this installation's credits at the carrier are used up",
  carrier_silent: "the carrier did not respond",
  unknown_subscriber: "this number doesn't exist",
  not_delivered_in_time: "the carrier could not deliver it in time",
  not_sent_in_time: "it could not be sent to the carrier in time",
  no_receipt: "no delivery report came within its validity",
  no_route: "no route leads to a carrier",
  carrier_draining: "the carrier is out of service",
  campaign_paused: "its campaign is paused",
  quiet_hours: "it is held until the quiet hours are over",
  sender_not_allowed: "the carrier does not allow this sender",
  fate_unknown: "the carrier never confirmed it",
  given_up: "the administrator gave it up",
  worker_lost: "the worker stopped; another one will send it",
};

const reasons: Words<typeof reasonsInEnglish> = {
  en: reasonsInEnglish,
  pl: {
    carrier_rejected: "dostawca ją odrzucił",
    carrier_down: "dostawca jest nieosiągalny",
    carrier_error: "dostawca zwrócił błąd; próba zostanie ponowiona",
    carrier_busy: "dostawca jest zajęty",
    carrier_throttled: "dostawca ogranicza liczbę wiadomości",
    carrier_unauthorized: "dostawca nie akceptuje tokenu tej instalacji",
    carrier_out_of_credits: "skończyły się kredyty tej instalacji u dostawcy",
    carrier_silent: "dostawca nie odpowiedział",
    unknown_subscriber: "ten numer nie istnieje",
    not_delivered_in_time: "dostawca nie zdążył jej doręczyć",
    not_sent_in_time: "nie udało się jej wysłać do dostawcy na czas",
    no_receipt: "w czasie ważności nie przyszedł raport doręczenia",
    no_route: "żadna trasa nie prowadzi do dostawcy",
    carrier_draining: "dostawca jest wyłączony z użycia",
    campaign_paused: "kampania jest wstrzymana",
    quiet_hours: "czeka na koniec ciszy nocnej",
    sender_not_allowed: "dostawca nie dopuszcza tego nadawcy",
    fate_unknown: "dostawca jej nie potwierdził",
    given_up: "administrator z niej zrezygnował",
    worker_lost: "proces wysyłający się zatrzymał; wyśle ją inny",
  },
};

/** The reasons a message can end with, for choosing among them. */
export const endReasons = [
  "carrier_rejected",
  "unknown_subscriber",
  "not_delivered_in_time",
  "not_sent_in_time",
  "no_receipt",
  "sender_not_allowed",
  "fate_unknown",
  "given_up",
] as const;

/** A reason code in plain words; an unknown code as it is, with its underscores as spaces. */
export function reasonWords(code: string, language: Language): string {
  return lookUp(reasons[language], code) ?? code.replaceAll("_", " ");
}
