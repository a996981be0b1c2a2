/** Every reason code Depesza gives a message: `wait` while it is queued, `end` with its final status. */
export const messageReasons = {
  carrier_down: "wait",
  carrier_error: "wait",
  carrier_busy: "wait",
  carrier_throttled: "wait",
  carrier_silent: "wait",
  carrier_unauthorized: "wait",
  carrier_out_of_credits: "wait",
  worker_lost: "wait",
  carrier_rejected: "end",
  unknown_subscriber: "end",
  not_delivered_in_time: "end",
  not_sent_in_time: "end",
  no_receipt: "end",
} as const;

type MessageReason = keyof typeof messageReasons;

type Advice = Record<MessageReason, string>;

const nothingToDo = "You don't have to do anything. Depesza retries until the message expires.";
const bezDziałania = "Nie musisz nic robić. Depesza ponawia próby do końca ważności wiadomości.";

/** What to do about each reason, for the screens and the docs, in English and Polish. */
export const reasonAdvice: { en: Advice; pl: Advice } = {
  en: {
    carrier_down: nothingToDo,
    carrier_error: nothingToDo,
    carrier_busy: nothingToDo,
    carrier_throttled: nothingToDo,
    carrier_silent: nothingToDo,
    worker_lost: "You don't have to do anything. Another worker takes the message over.",
    carrier_unauthorized:
      "Ask the administrator to check the carrier's token (SMS_API_TOKEN). Depesza retries until the message expires.",
    carrier_out_of_credits:
      "Ask the administrator to top up this installation's account at the carrier. Depesza retries until the message expires.",
    carrier_rejected:
      "Check the sender, the text, and the carrier's code on this page. Correct what the carrier rejects, then send a new message.",
    unknown_subscriber:
      "Check the number with your recipient and remove it from your list. Sending to it again fails the same way.",
    not_delivered_in_time:
      "The phone was off or out of reach. Resend the message if it still matters, with a longer validity.",
    not_sent_in_time:
      "The carrier was unavailable until the message expired. Its credits are refunded if it was never submitted. Resend it if it still matters.",
    no_receipt:
      "The carrier accepted the message and never reported the result. Ask the recipient before you resend it, or ask the carrier with its ID.",
  },
  pl: {
    carrier_down: bezDziałania,
    carrier_error: bezDziałania,
    carrier_busy: bezDziałania,
    carrier_throttled: bezDziałania,
    carrier_silent: bezDziałania,
    worker_lost: "Nie musisz nic robić. Wiadomość przejmuje inny proces.",
    carrier_unauthorized:
      "Poproś administratora o sprawdzenie tokenu dostawcy (SMS_API_TOKEN). Depesza ponawia próby do końca ważności wiadomości.",
    carrier_out_of_credits:
      "Poproś administratora o doładowanie konta tej instalacji u dostawcy. Depesza ponawia próby do końca ważności wiadomości.",
    carrier_rejected:
      "Sprawdź nadawcę, treść i kod dostawcy na tej stronie. Popraw to, co dostawca odrzuca, i wyślij nową wiadomość.",
    unknown_subscriber:
      "Sprawdź numer u odbiorcy i usuń go z listy. Kolejna wysyłka skończy się tak samo.",
    not_delivered_in_time:
      "Telefon był wyłączony lub poza zasięgiem. Jeśli wiadomość jest nadal ważna, wyślij ją ponownie z dłuższą ważnością.",
    not_sent_in_time:
      "Dostawca był niedostępny do końca ważności wiadomości. Kredyty wracają, jeśli wiadomość nigdy nie została przekazana. Jeśli jest nadal ważna, wyślij ją ponownie.",
    no_receipt:
      "Dostawca przyjął wiadomość i nie przysłał raportu doręczenia. Zanim wyślesz ją ponownie, zapytaj odbiorcę albo dostawcę, podając jej ID.",
  },
};

/** What to do when the carrier gave a reason in its own words. */
const otherAdvice = {
  en: "These are the carrier's own words. Correct what it names, then send a new message. If it is unclear, ask the carrier with its ID and code.",
  pl: "To słowa dostawcy. Popraw to, co wskazuje, i wyślij nową wiadomość. W razie wątpliwości zapytaj dostawcę, podając ID i kod.",
};

/** What to do about a reason, in the reader's language. */
export function adviceFor(reason: string, language: "en" | "pl"): string {
  return isMessageReason(reason) ? reasonAdvice[language][reason] : otherAdvice[language];
}

function isMessageReason(reason: string): reason is MessageReason {
  return Object.hasOwn(messageReasons, reason);
}
