import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import type { TokenFlaw } from "@/lib/tokens/contract";

const flaws: Record<TokenFlaw, string> = {
  no_bearer: "The token came without the word Bearer: send “Authorization: Bearer <token>”.",
  quoted: "The token has quotes around it. Send it without them.",
  extra_characters: "The token has characters before or after it that do not belong to it.",
  cut_short: "The token is cut short. Copy all of it.",
  mistyped: "One of the token’s characters is wrong. Copy it again.",
  revoked: "This token was revoked. Make another one.",
  expired: "This token has expired. Make another one.",
  replaced: "This token got a new secret, and the old one has ended.",
  wrong_address: "This token does not take requests from that address.",
};

const en = {
  title: "First SMS",
  ready: (credits: number) =>
    `The account is ready, with ${countWords("en", credits, { one: "credit", other: "credits" })}.`,
  lead: "Four steps, each ticked off by what really happens.",
  running: "since signing up",
  frozen: (time: string) => `First SMS delivered in ${time}`,
  progress: (done: number) => `${done} of 4 steps done`,
  done: "done",
  took: (time: string) => `after ${time}`,
  token: {
    title: "Make a token",
    lead: "A token lets a program send in the account’s name.",
    make: "Make the first token",
    name: "First token",
    again: "Make another token",
    made: "The token is made. It is shown on this page until it is left, and never again.",
    copy: "Copy token",
    gone: "The token is not shown a second time. If it was not kept, make another.",
  },
  request: {
    title: "Send the first request",
    lead: "Run this in a terminal; it sends one SMS.",
    language: "Language",
    saveAs: (file: string) => `Save as ${file}`,
    terminal: "Terminal",
    run: "Then run",
    placeholder: "The token goes where it says $ACTIO_TOKEN.",
    noCode: "No terminal at hand?",
    sendHere: "Send it from here",
  },
  waiting: "Waiting for your first request…",
  refused: "Refused",
  delivered: {
    title: "Receive the delivery report",
    lead: "The carrier says what became of the message. The row above follows it live.",
  },
  webhook: {
    title: "Receive a webhook",
    lead: "Give an address of your own, and each delivery report is posted to it.",
    set: "Add an endpoint",
  },
  dismiss: "Hide this guide",
  bring: "Show this guide in the navigation again",
  overview: "Open the overview",
  docs: "Read the documentation",
  flaws,
};

export const startWords: Words<typeof en> = {
  en,
  pl: {
    title: "Pierwszy SMS",
    ready: (credits) =>
      `Konto jest gotowe, z pulą ${countWords("pl", credits, {
        one: "kredytu",
        other: "kredytów",
      })}.`,
    lead: "Cztery kroki, a każdy odhacza się sam, gdy naprawdę się wydarzy.",
    running: "od rejestracji",
    frozen: (time) => `Pierwszy SMS doręczony w ${time}`,
    progress: (done) => `Wykonane kroki: ${done} z 4`,
    done: "gotowe",
    took: (time) => `po ${time}`,
    token: {
      title: "Utwórz token",
      lead: "Token pozwala programowi wysyłać w imieniu konta.",
      make: "Utwórz pierwszy token",
      name: "Pierwszy token",
      again: "Utwórz kolejny token",
      made: "Token jest gotowy. Widać go na tej stronie do jej opuszczenia, potem już nigdy.",
      copy: "Kopiuj token",
      gone: "Tokenu nie można pokazać drugi raz. Jeśli nie został zapisany, utwórz kolejny.",
    },
    request: {
      title: "Wyślij pierwsze żądanie",
      lead: "Uruchom to w terminalu: wysyła jeden SMS.",
      language: "Język",
      saveAs: (file) => `Zapisz jako ${file}`,
      terminal: "Terminal",
      run: "Potem uruchom",
      placeholder: "W miejsce $ACTIO_TOKEN wpisz token.",
      noCode: "Nie ma terminala pod ręką?",
      sendHere: "Wyślij stąd",
    },
    waiting: "Czekamy na pierwsze żądanie…",
    refused: "Odrzucone",
    delivered: {
      title: "Odbierz raport doręczenia",
      lead: "Operator mówi, co stało się z wiadomością. Wiersz powyżej pokazuje to na żywo.",
    },
    webhook: {
      title: "Odbierz webhook",
      lead: "Podaj własny adres, a każdy raport doręczenia zostanie na niego wysłany.",
      set: "Dodaj punkt odbioru",
    },
    dismiss: "Ukryj ten przewodnik",
    bring: "Pokaż przewodnik znów w nawigacji",
    overview: "Otwórz przegląd",
    docs: "Czytaj dokumentację",
    flaws: {
      no_bearer: "Token przyszedł bez słowa Bearer: wyślij „Authorization: Bearer <token>”.",
      quoted: "Token jest w cudzysłowie. Wyślij go bez niego.",
      extra_characters: "Przed tokenem lub za nim są znaki, które do niego nie należą.",
      cut_short: "Token jest ucięty. Skopiuj go w całości.",
      mistyped: "Jeden ze znaków tokenu jest błędny. Skopiuj go ponownie.",
      revoked: "Ten token został unieważniony. Utwórz kolejny.",
      expired: "Ten token wygasł. Utwórz kolejny.",
      replaced: "Ten token ma nowy sekret, a stary już nie działa.",
      wrong_address: "Ten token nie przyjmuje żądań z tego adresu.",
    },
  },
};
