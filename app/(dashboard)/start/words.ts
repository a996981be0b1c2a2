import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import type { TokenFlaw } from "@/lib/tokens/contract";

const flaws: Record<TokenFlaw, string> = {
  no_bearer: "The header is missing “Bearer”. Send “Authorization: Bearer <token>”.",
  quoted: "The token has quotes around it. Send it without them.",
  extra_characters: "There are extra characters before or after the token.",
  cut_short: "The token is incomplete. Copy all of it.",
  mistyped: "One of the token’s characters is wrong. Copy it again.",
  revoked: "This token was revoked. Create a new one.",
  expired: "This token has expired. Create a new one.",
  replaced: "This token was rotated and its old secret has expired.",
  wrong_address: "This token isn't allowed from that IP address.",
};

const en = {
  title: "First SMS",
  ready: (credits: number) =>
    `Your account is ready, with ${countWords("en", credits, { one: "credit", other: "credits" })}.`,
  lead: "Four steps. Each is checked off when it actually happens.",
  running: "since sign-up",
  frozen: (time: string) => `First SMS delivered in ${time}`,
  progress: (done: number) => `${done} of 4 steps done`,
  done: "done",
  took: (time: string) => `after ${time}`,
  token: {
    title: "Create a token",
    lead: "Your code uses a token to send from this account.",
    make: "Create token",
    name: "First token",
    again: "Create another token",
    made: "Copy this token now. You won't see it again after you leave this page.",
    copy: "Copy token",
    gone: "Tokens are shown only once. If you didn't save it, create another.",
  },
  request: {
    title: "Send the first request",
    lead: "Run this in a terminal to send one SMS.",
    language: "Language",
    saveAs: (file: string) => `Save as ${file}`,
    terminal: "Terminal",
    run: "Then run",
    placeholder: "Replace $ACTIO_TOKEN with your token.",
    noCode: "No terminal?",
    sendHere: "Send it from here",
  },
  waiting: "Waiting for your first request…",
  refused: "Rejected",
  delivered: {
    title: "Receive the delivery report",
    lead: "The carrier reports the result. The row above updates live.",
  },
  webhook: {
    title: "Receive a webhook",
    lead: "Add a URL and Depesza posts each delivery report to it.",
    set: "Add an endpoint",
  },
  dismiss: "Hide this guide",
  bring: "Show this guide in the navigation",
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
      gone: "Token pokazujemy tylko raz. Jeśli nie został zapisany, utwórz kolejny.",
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
      lead: "Dostawca przesyła raport doręczenia. Wiersz powyżej aktualizuje się na żywo.",
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
