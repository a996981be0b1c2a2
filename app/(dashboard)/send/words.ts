import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const enCredits = (count: number) => countWords("en", count, { one: "credit", other: "credits" });

const en = {
  title: "Send a message",
  tab: "Send",
  from: "From",
  fromHint: "A name of up to 11 letters and digits, or a number.",
  to: "To",
  toHint:
    "Include the country code, such as 48732129000. Paste up to 10,000 numbers to make a campaign.",
  text: "Text",
  send: "Send",
  schedule: "Schedule",
  review: (count: number) =>
    `Review ${countWords("en", count, { one: "message", other: "messages" })}`,
  costs: (credits: number) => `Costs ${enCredits(credits)}`,
  product: (segments: number, recipients: number) => ` (${segments} × ${recipients})`,
  left: (credits: number) => `, ${numberWords("en", credits)} left after`,
  short: (credits: number, balance: number) =>
    `This costs ${enCredits(credits)}. Your balance is ${numberWords("en", balance)}.`,
  topUp: (credits: number) => `Top up ${enCredits(credits)}`,
  opensCampaign: "Opens a campaign. Nothing is sent until you start it there.",
  keys: "Press Ctrl+Enter or ⌘+Enter to send.",
  onThePhone: "On the phone",
  preview: "Preview",
  noText: "The message appears here as you type.",
  sender: "Sender",
  draft: {
    restored: "Draft restored.",
    discard: "Discard draft",
  },
  advanced: {
    title: "Advanced",
    key: "Idempotency key",
    keyHint: "Reuse a key and you get the original response. Nothing is sent twice.",
    newKey: "New key",
    reference: "Reference",
    referenceHint: "Your own ID, such as an order number. Included in every response and event.",
    validity: "Valid for",
    validityHint: "If it isn't delivered in this time, it expires.",
    validityOfMany: "Messages of a campaign are always valid for 48 hours.",
    isPrivate: "Don't store the text",
    privateHint: "Nobody can read it later. It is erased once a carrier has the message.",
    privateOfMany: "The draft shows the text until its start. Nobody can read it later.",
    validities: {
      "": "48 hours",
      "300": "5 minutes",
      "900": "15 minutes",
      "3600": "1 hour",
      "21600": "6 hours",
      "86400": "24 hours",
    },
  },
  test: {
    title: "Send a test to me",
    number: "Your own number",
    numberHint: "Saved for the next test.",
    send: (credits: number) => `Send a test to me (${enCredits(credits)})`,
    to: (number: string) => `To ${number}.`,
    change: "Change the number",
    sent: (number: string, credits: number, balance: number) =>
      `Sending a test to ${number}. ${enCredits(credits)} used, ${numberWords("en", balance)} left.`,
    open: "Open it",
  },
  failure: {
    balance: (available: number, required: number) =>
      `Not sent: your balance is ${enCredits(available)}, this needs ${numberWords("en", required)}.`,
    limited: (seconds: number) => `Not sent: rate limit exceeded. Retry in ${seconds} s.`,
    fields: (names: string) => `check ${names}.`,
    other: (sentence: string) => `Not sent: ${sentence}`,
    unanswered:
      "No response, so we don't know if it was sent. Send it again unchanged: it can't go out twice.",
    quote: "To report it, quote",
    ask: "Ask your administrator for credits. They can grant them with one command:",
    command: "command",
    stays: "Your message is saved here. Send it once the credits arrive.",
    labels: { from: "From", to: "To", body: "Text", scheduled_at: "When" } as Record<
      string,
      string
    >,
    advancedLabels: {
      idempotency_key: "Idempotency key",
      client_ref: "Reference",
      validity: "Valid for",
    } as Record<string, string>,
  },
};

const plCredits = (count: number) =>
  countWords("pl", count, { one: "kredyt", few: "kredyty", many: "kredytów", other: "kredytu" });

export const sendWords: Words<typeof en> = {
  en,
  pl: {
    title: "Nowa wiadomość",
    tab: "Wyślij",
    from: "Od",
    fromHint: "Nazwa do 11 liter i cyfr albo numer.",
    to: "Do",
    toHint:
      "Z numerem kierunkowym kraju, na przykład 48732129000. Wklej do 10 000 numerów, aby utworzyć kampanię.",
    text: "Treść",
    send: "Wyślij",
    schedule: "Zaplanuj",
    review: (count) =>
      `Sprawdź ${countWords("pl", count, { one: "wiadomość", few: "wiadomości", many: "wiadomości", other: "wiadomości" })}`,
    costs: (credits) => `Koszt: ${plCredits(credits)}`,
    product: (segments, recipients) => ` (${segments} × ${recipients})`,
    left: (credits) => `, zostanie ${numberWords("pl", credits)}`,
    short: (credits, balance) =>
      `Koszt: ${plCredits(credits)}, a saldo wynosi ${numberWords("pl", balance)}.`,
    topUp: (credits) => `Doładuj ${plCredits(credits)}`,
    opensCampaign: "Otworzy się kampania. Wysyłka ruszy dopiero, gdy ją tam rozpoczniesz.",
    keys: "Naciśnij Ctrl+Enter lub ⌘+Enter, aby wysłać.",
    onThePhone: "Na telefonie",
    preview: "Podgląd",
    noText: "Wiadomość pojawi się tu w trakcie pisania.",
    sender: "Nadawca",
    draft: {
      restored: "Przywrócono szkic.",
      discard: "Odrzuć szkic",
    },
    advanced: {
      title: "Zaawansowane",
      key: "Klucz idempotencji",
      keyHint:
        "Z użytym już kluczem dostaniesz pierwotną odpowiedź. Nic nie zostanie wysłane dwa razy.",
      newKey: "Nowy klucz",
      reference: "Identyfikator własny",
      referenceHint:
        "Na przykład numer zamówienia. Zwracany w każdej odpowiedzi i w każdym zdarzeniu.",
      validity: "Ważność",
      validityHint: "Po tym czasie niedoręczona wiadomość wygasa.",
      validityOfMany: "Wiadomości z kampanii są zawsze ważne 48 godzin.",
      isPrivate: "Nie przechowuj treści",
      privateHint: "Nikt jej później nie odczyta. Znika, gdy dostawca przyjmie wiadomość.",
      privateOfMany: "Szkic pokazuje treść do startu. Później nikt jej nie odczyta.",
      validities: {
        "": "48 godzin",
        "300": "5 minut",
        "900": "15 minut",
        "3600": "1 godzina",
        "21600": "6 godzin",
        "86400": "24 godziny",
      },
    },
    test: {
      title: "Wyślij test do mnie",
      number: "Twój numer",
      numberHint: "Zostanie zapisany na następny test.",
      send: (credits) => `Wyślij test do mnie (${plCredits(credits)})`,
      to: (number) => `Na numer ${number}.`,
      change: "Zmień numer",
      sent: (number, credits, balance) =>
        `Wysyłanie testu na ${number}. Koszt: ${plCredits(credits)}, zostało ${numberWords("pl", balance)}.`,
      open: "Otwórz",
    },
    failure: {
      balance: (available, required) =>
        `Nie wysłano: saldo to ${plCredits(available)}, a potrzeba ${numberWords("pl", required)}.`,
      limited: (seconds) => `Nie wysłano: przekroczono limit żądań. Ponów za ${seconds} s.`,
      fields: (names) => `sprawdź pola: ${names}.`,
      other: (sentence) => `Nie wysłano: ${sentence}`,
      unanswered:
        "Brak odpowiedzi serwera, więc nie wiadomo, czy wysłano. Wyślij ponownie bez zmian: wiadomość nie wyjdzie dwa razy.",
      quote: "Przy zgłoszeniu podaj",
      ask: "Poproś administratora o kredyty. Przyzna je jednym poleceniem:",
      command: "polecenie",
      stays: "Wiadomość jest tu zapisana. Wyślij ją, gdy kredyty dotrą.",
      labels: { from: "Od", to: "Do", body: "Treść", scheduled_at: "Kiedy" },
      advancedLabels: {
        idempotency_key: "Klucz idempotencji",
        client_ref: "Identyfikator własny",
        validity: "Ważność",
      },
    },
  },
};
