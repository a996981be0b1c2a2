import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { lookUp } from "@/lib/language/look-up";
import { moneyWords } from "@/lib/language/money-words";

const creditsIn = (count: number) => countWords("en", count, { one: "credit", other: "credits" });

const en = {
  title: "Credits",
  lead: "One credit pays for one message segment.",
  credits: creditsIn,
  number: (count: number) => numberWords("en", count),
  money: (micros: number, currency: string) => moneyWords("en", micros, currency),
  low: (count: number) => `Credits are low: ${numberWords("en", count)} left.`,
  rate: (spent: number, days: number | null) =>
    days === null
      ? "Nothing was spent in the last seven days."
      : `You used ${creditsIn(spent)} in the last seven days. At this rate, your balance lasts ${countWords("en", days, { one: "day", other: "days" })}.`,
  sum: "Ledger total",
  given: "given",
  bought: "bought",
  forMessages: "for messages",
  givenBack: "refunded",
  asOf: "As of",
  broken: "The ledger and the balance don't match. Contact your administrator.",
  topUp: "Top up",
  amount: "How many",
  own: "Another amount",
  ownHint: (min: number, max: number) =>
    `From ${numberWords("en", min)} to ${numberWords("en", max)} credits.`,
  price: (gross: string, rate: string) => `${gross} incl. VAT, ${rate} per credit excl. VAT`,
  bill: (net: string, vat: string, percent: number) => `${net} net and ${vat} VAT (${percent} %).`,
  cheaper: (more: number, less: string) =>
    `${creditsIn(more).replace(/ (credits?)/, " more $1")} would cost ${less} less in all: they reach the next tier.`,
  pay: (gross: string) => `Pay ${gross}`,
  payPlain: "Go to payment",
  payHint: "You pay on Stripe. Your credits arrive once Stripe confirms the payment.",
  prices: "Price list",
  ask: "Your administrator grants credits on the server with this command:",
  command: "Command for the administrator",
  alert: "Low-balance alert",
  alertLead:
    "We email you once each time your balance gets low, and show a notice on every screen while it is.",
  belowCredits: "Below this many credits",
  belowDays: "Days left below",
  alertHint: "Leave empty to turn off.",
  save: "Save",
  saved: "Saved.",
  ledger: "Ledger",
  ledgerLead: "Messages accepted at the same moment appear as one transaction.",
  kind: "Kind",
  all: "All",
  /** The notes that the product itself writes; others stay as they were written. */
  note: (text: string) => text,
  kinds: { grant: "Given", topup: "Bought", charge: "Messages", refund: "Given back" },
  since: "From day",
  until: "To day",
  utc: "Days are counted in UTC.",
  show: "Show",
  reset: "Show everything",
  csv: "Download CSV",
  time: "Time",
  reference: "What for",
  change: "Credits",
  after: "Balance",
  caption: "Movements of credits, newest first",
  more: (count: number) => `and ${numberWords("en", count)} more`,
  payment: "Payment",
  none: "No transactions match these filters.",
  older: "Older",
  newest: "Newest",
  paymentTitle: "Payment",
  back: "Back to credits",
  states: {
    open: "Not confirmed yet",
    processing: "With the bank",
    paid: "Paid",
    failed: "Not paid",
    expired: "Not paid",
  },
  meanings: {
    open: "Stripe hasn't confirmed this payment yet. If you've paid, your credits arrive as soon as it does. This page updates automatically.",
    processing:
      "Stripe is processing your payment. Some payment methods take days. Your credits arrive when the payment does.",
    paid: "The credits are in your balance.",
    failed: "Stripe says that the payment failed. Nothing was credited.",
    expired: "The payment page expired. You weren't charged and no credits were added.",
  },
  slow: "No confirmation from Stripe after a minute. You can leave this page; nothing is lost.",
  paymentNumber: "Number",
  rateName: "Net per credit",
  net: "Net",
  vat: "VAT",
  gross: "Total",
};

const dni = (count: number) =>
  countWords("pl", count, { one: "dzień", few: "dni", many: "dni", other: "dnia" });
const kredyty = (count: number) =>
  countWords("pl", count, { one: "kredyt", few: "kredyty", many: "kredytów", other: "kredytu" });

const polishNotes: Record<string, string> = {
  "Welcome credits": "Kredyty na start",
  "Cancelled before sending": "Anulowane przed wysłaniem",
  "Expired before sending": "Przeterminowane przed wysłaniem",
};

export const creditsWords: Words<typeof en> = {
  en,
  pl: {
    title: "Kredyty",
    lead: "Jeden kredyt płaci za jeden segment wiadomości.",
    credits: kredyty,
    number: (count) => numberWords("pl", count),
    money: (micros, currency) => moneyWords("pl", micros, currency),
    low: (count) => `Mało kredytów: ${numberWords("pl", count)}.`,
    rate: (spent, days) =>
      days === null
        ? "Przez ostatnie siedem dni nic nie wydano."
        : `Przez ostatnie siedem dni: ${kredyty(spent)}. W tym tempie saldo wystarczy na ${dni(days)}.`,
    sum: "Suma księgi",
    given: "przyznane",
    bought: "kupione",
    forMessages: "za wiadomości",
    givenBack: "zwrócone",
    asOf: "Stan na",
    broken: "Księga nie zgadza się z saldem. Powiadom administratora.",
    topUp: "Doładuj",
    amount: "Ile",
    own: "Inna liczba",
    ownHint: (min, max) => `Od ${numberWords("pl", min)} do ${numberWords("pl", max)} kredytów.`,
    price: (gross, rate) => `${gross} z VAT, ${rate} netto za kredyt`,
    bill: (net, vat, percent) => `${net} netto i ${vat} VAT (${percent} %).`,
    cheaper: (more, less) =>
      `${kredyty(more)} więcej to w sumie o ${less} taniej: zaczyna się następny próg.`,
    pay: (gross) => `Zapłać ${gross}`,
    payPlain: "Przejdź do płatności",
    payHint: "Płaci się na stronie Stripe. Kredyty są tu, gdy tylko Stripe to potwierdzi.",
    prices: "Cennik",
    ask: "Kredyty przyznaje administrator tej instalacji, na maszynie, na której ona działa:",
    command: "Polecenie dla administratora",
    alert: "Ostrzeżenie",
    alertLead:
      "E-mailem, raz za każdym razem, gdy kredytów robi się mało, i na każdym ekranie, dopóki tak jest.",
    belowCredits: "Gdy kredytów jest mniej niż",
    belowDays: "Gdy wystarczą na mniej dni niż",
    alertHint: "Puste: nigdy.",
    save: "Zapisz",
    saved: "Zapisano.",
    ledger: "Księga",
    ledgerLead: "Wiadomości przyjęte w tej samej chwili to jeden ruch.",
    kind: "Rodzaj",
    all: "Wszystkie",
    note: (text) => lookUp(polishNotes, text) ?? text,
    kinds: { grant: "Przyznane", topup: "Kupione", charge: "Wiadomości", refund: "Zwrócone" },
    since: "Od dnia",
    until: "Do dnia",
    utc: "Dni liczone w UTC.",
    show: "Pokaż",
    reset: "Pokaż wszystko",
    csv: "Pobierz CSV",
    time: "Czas",
    reference: "Za co",
    change: "Kredyty",
    after: "Saldo",
    caption: "Ruchy kredytów, od najnowszego",
    more: (count) => `i jeszcze ${numberWords("pl", count)}`,
    payment: "Płatność",
    none: "Żaden ruch nie spełnia tych warunków.",
    older: "Starsze",
    newest: "Najnowsze",
    paymentTitle: "Płatność",
    back: "Wróć do kredytów",
    states: {
      open: "Jeszcze niepotwierdzona",
      processing: "W banku",
      paid: "Zapłacono",
      failed: "Nie zapłacono",
      expired: "Nie zapłacono",
    },
    meanings: {
      open: "Stripe nie potwierdził jeszcze zapłaty. Jeśli już zapłacono, kredyty pojawią się z potwierdzeniem; ta strona sama je pokaże.",
      processing:
        "Stripe podaje, że płatność zlecono, ale jeszcze nie dotarła. Niektóre sposoby zapłaty trwają kilka dni. Kredyty pojawią się wraz z nią.",
      paid: "Kredyty są na saldzie.",
      failed: "Stripe podaje, że płatność się nie udała. Nic nie doliczono.",
      expired: "Strony płatności nie użyto na czas. Nic nie zapłacono i nic nie doliczono.",
    },
    slow: "Od minuty brak wiadomości od Stripe. Tę stronę można opuścić, nic nie przepadnie.",
    paymentNumber: "Numer",
    rateName: "Netto za kredyt",
    net: "Netto",
    vat: "VAT",
    gross: "Razem",
  },
};
