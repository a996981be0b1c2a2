import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import type { TokenProblem } from "@/lib/tokens/contract";

const problems: Record<TokenProblem, string> = {
  no_bearer: "The header is missing “Bearer”. Send “Authorization: Bearer <token>”.",
  quoted: "The token has quotes around it. Send it without them.",
  extra_characters: "There are extra characters before or after the token.",
  cut_short: "The token is incomplete. Copy all of it.",
  mistyped: "One of the token’s characters is wrong. Copy it again.",
  revoked: "This token was revoked. Generate a new one.",
  expired: "This token has expired. Generate a new one.",
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
    title: "Generate a token",
    lead: "Your code uses a token to send from this account.",
    make: "Generate token",
    name: "First token",
    again: "Generate another token",
    made: "Copy this token now. You won't see it again after you leave this page.",
    copy: "Copy token",
    gone: "Tokens are shown only once. If you didn't save it, generate another.",
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
  problems,
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
    lead: "Cztery kroki. Każdy odhacza się, gdy naprawdę się wydarzy.",
    running: "od rejestracji",
    frozen: (time) => `Pierwszy SMS doręczony w ${time}`,
    progress: (done) => `Wykonane kroki: ${done} z 4`,
    done: "gotowe",
    took: (time) => `po ${time}`,
    token: {
      title: "Wygeneruj token",
      lead: "Twój kod używa tokenu, aby wysyłać z tego konta.",
      make: "Wygeneruj token",
      name: "Pierwszy token",
      again: "Wygeneruj kolejny token",
      made: "Skopiuj teraz ten token. Po opuszczeniu tej strony już go nie zobaczysz.",
      copy: "Kopiuj token",
      gone: "Token pokazujemy tylko raz. Jeśli nie jest zapisany, wygeneruj kolejny.",
    },
    request: {
      title: "Wyślij pierwsze żądanie",
      lead: "Uruchom to w terminalu, aby wysłać jeden SMS.",
      language: "Język",
      saveAs: (file) => `Zapisz jako ${file}`,
      terminal: "Terminal",
      run: "Potem uruchom",
      placeholder: "W miejsce $ACTIO_TOKEN wpisz token.",
      noCode: "Nie masz terminala?",
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
      lead: "Dodaj adres URL, a Depesza wyśle na niego każdy raport doręczenia.",
      set: "Dodaj punkt odbioru",
    },
    dismiss: "Ukryj ten przewodnik",
    bring: "Pokaż przewodnik w nawigacji",
    overview: "Otwórz przegląd",
    docs: "Czytaj dokumentację",
    problems: {
      no_bearer: "W nagłówku brakuje słowa „Bearer”. Wyślij „Authorization: Bearer <token>”.",
      quoted: "Token jest w cudzysłowie. Wyślij go bez niego.",
      extra_characters: "Przed tokenem lub za nim są dodatkowe znaki.",
      cut_short: "Token jest niepełny. Skopiuj go w całości.",
      mistyped: "Jeden ze znaków tokenu jest błędny. Skopiuj go ponownie.",
      revoked: "Ten token został unieważniony. Wygeneruj nowy.",
      expired: "Ten token wygasł. Wygeneruj nowy.",
      replaced: "Sekret tego tokenu zmieniono, a stary wygasł.",
      wrong_address: "Ten token nie jest dozwolony z tego adresu IP.",
    },
  },
};
