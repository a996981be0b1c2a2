import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { moneyWords } from "@/lib/language/money-words";

const inEnglish = (count: number, noun: string) =>
  countWords("en", count, { one: noun, other: `${noun}s` });

const en = {
  title: "Pricing",
  lead: (currency: string, vat: number) =>
    `Pay per segment. The more you send in a calendar month, the lower the rate. Prices are in ${currency} and exclude ${vat}% VAT unless noted. No monthly fee, no minimum.`,
  money: (micros: number, currency: string) => moneyWords("en", micros, currency),
  number: (count: number) => numberWords("en", count),
  messages: "Messages per month",
  wrongMessages: "Enter a whole number from 1 to 100,000,000.",
  slider: "Messages per month, slider",
  sliderValue: (count: number) => `${numberWords("en", count)} messages`,
  text: "Text of the message",
  textHint: "Optional. Paste your text to count its segments.",
  tooLong: (count: number) =>
    `This text has ${inEnglish(count, "segment")}; a message has at most 10. Counted as 10.`,
  segments: "Segments of each message",
  counted: "Counted from the text.",
  calculate: "Calculate",
  copy: "Copy link",
  total: "A month costs",
  net: "net",
  rate: "Per segment",
  perMessage: "Per message",
  credits: "Segments, one credit each",
  netSum: "Net",
  vat: (percent: number) => `VAT ${percent}%`,
  gross: "To pay",
  summary: (net: string, gross: string) => `A month costs ${net} net, ${gross} with VAT.`,
  highest: "This is the lowest rate.",
  next: (more: number, rate: string, net: string) =>
    `${inEnglish(more, "more message")} per month ${more === 1 ? "reaches" : "reach"} the next tier, ${rate} per segment. The whole month then costs ${net}.`,
  nextSaves: (more: number, rate: string, less: string) =>
    `${inEnglish(more, "more message")} per month ${more === 1 ? "reaches" : "reach"} the next tier, ${rate} per segment, and the whole month costs ${less} less than now.`,
  unicode: "Cost of Unicode",
  switches: (list: string, isOne: boolean) =>
    `${list} ${isOne ? "switches" : "switch"} this text to Unicode: 70 characters per segment instead of 160.`,
  noLookAlike: "Not all of them have a GSM equivalent.",
  unicodeMore: (now: number, then: number, more: string) =>
    `${inEnglish(now, "segment")} instead of ${then}: ${more} more per month.`,
  unicodeSame: "At this length and volume, it costs nothing extra.",
  andMore: (count: number) => ` and ${count} more`,
  perSegmentIn: (currency: string) => `Per segment, ${currency}`,
  withVatIn: (currency: string) => `With VAT, ${currency}`,
  rateNumber: (micros: number) =>
    numberWords("en", micros / 1_000_000, { minimumFractionDigits: 4, maximumFractionDigits: 4 }),
  prices: "Price list",
  pricesLead:
    "Your tier depends on the segments you send in a calendar month. Its rate applies to all of them, from the first one, so the monthly total drops where a tier begins.",
  from: "Segments per month",
  fromNumber: (count: number) => `from ${numberWords("en", count)}`,
  yours: "your volume",
  start: "Sign up",
  startLine: "100 free credits. No card.",
};

const inPolish = (count: number, forms: [string, string, string, string]) => {
  const [one, few, many, other] = forms;
  return countWords("pl", count, { one, few, many, other });
};
const segmentsOf = (count: number) =>
  inPolish(count, ["segment", "segmenty", "segmentów", "segmentu"]);
const reachOf = (count: number) =>
  `${inPolish(count, ["wiadomość", "wiadomości", "wiadomości", "wiadomości"])} miesięcznie więcej do następnego progu`;

export const pricingWords: Words<typeof en> = {
  en,
  pl: {
    title: "Cennik",
    lead: (currency, vat) =>
      `Płacisz za segment. Im więcej wysyłasz w miesiącu kalendarzowym, tym niższa stawka. Ceny w ${currency}, bez VAT (${vat}%), chyba że napisano inaczej. Bez abonamentu i bez minimum.`,
    money: (micros, currency) => moneyWords("pl", micros, currency),
    number: (count) => numberWords("pl", count),
    messages: "Wiadomości miesięcznie",
    wrongMessages: "Podaj liczbę całkowitą od 1 do 100 000 000.",
    slider: "Wiadomości miesięcznie, suwak",
    sliderValue: (count) =>
      inPolish(count, ["wiadomość", "wiadomości", "wiadomości", "wiadomości"]),
    text: "Treść wiadomości",
    textHint: "Opcjonalna. Wklej treść, aby policzyć segmenty.",
    tooLong: (count) =>
      `Ta treść ma ${segmentsOf(count)}, a wiadomość najwyżej 10. Policzono jak 10.`,
    segments: "Segmenty każdej wiadomości",
    counted: "Policzone z treści.",
    calculate: "Oblicz",
    copy: "Kopiuj link",
    total: "Miesiąc kosztuje",
    net: "netto",
    rate: "Za segment",
    perMessage: "Za wiadomość",
    credits: "Segmenty, po jednym kredycie",
    netSum: "Netto",
    vat: (percent) => `VAT ${percent}%`,
    gross: "Do zapłaty",
    summary: (net, gross) => `Miesiąc kosztuje ${net} netto, ${gross} z VAT.`,
    highest: "To najniższa stawka.",
    next: (more, rate, net) =>
      `${reachOf(more)} (${rate} za segment). Cały miesiąc kosztuje wtedy ${net}.`,
    nextSaves: (more, rate, less) =>
      `${reachOf(more)} (${rate} za segment), a cały miesiąc kosztuje o ${less} mniej niż teraz.`,
    unicode: "Cena Unicode",
    switches: (list, isOne) =>
      `${isOne ? "Znak" : "Znaki"} ${list} ${isOne ? "przełącza" : "przełączają"} tę treść na Unicode: 70 znaków w segmencie zamiast 160.`,
    noLookAlike: "Nie wszystkie mają odpowiednik w alfabecie GSM.",
    unicodeMore: (now, then, more) =>
      `${segmentsOf(now)} zamiast ${then}: o ${more} więcej miesięcznie.`,
    unicodeSame: "Przy tej długości i liczbie wiadomości koszt się nie zmienia.",
    andMore: (count) => ` i jeszcze ${count}`,
    perSegmentIn: (currency) => `Za segment, ${currency}`,
    withVatIn: (currency) => `Z VAT, ${currency}`,
    rateNumber: (micros) =>
      numberWords("pl", micros / 1_000_000, { minimumFractionDigits: 4, maximumFractionDigits: 4 }),
    prices: "Progi i stawki",
    pricesLead:
      "O progu decydują segmenty z miesiąca kalendarzowego, a jego stawka obejmuje je wszystkie, od pierwszego. Dlatego tam, gdzie zaczyna się próg, suma za miesiąc spada.",
    from: "Segmenty miesięcznie",
    fromNumber: (count) => `od ${numberWords("pl", count)}`,
    yours: "twoja liczba",
    start: "Załóż konto",
    startLine: "100 kredytów na start. Bez karty.",
  },
};
