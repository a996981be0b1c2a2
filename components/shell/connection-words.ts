import type { Words } from "@/lib/language/language";

const en = {
  signedOut: {
    title: "You are signed out",
    meaning: "Your session expired or was signed out elsewhere. Sign in to return to this page.",
  },
  offline: {
    title: "No connection",
    meaning: "This page shows what was loaded last. It refreshes when the connection is back.",
  },
  outdated: {
    title: "There is a newer version",
    meaning: "This tab is older than the server. Reload to continue. What you typed was not sent.",
  },
  signIn: "Sign in again",
  reload: "Reload",
};

export const connectionWords: Words<typeof en> = {
  en,
  pl: {
    signedOut: {
      title: "Wylogowano",
      meaning: "Sesja wygasła lub została zakończona. Zaloguj się, aby wrócić na tę stronę.",
    },
    offline: {
      title: "Brak połączenia",
      meaning: "Strona pokazuje ostatnio wczytane dane. Odświeży się po powrocie połączenia.",
    },
    outdated: {
      title: "Jest nowsza wersja",
      meaning:
        "Ta karta jest starsza niż serwer. Odśwież stronę. Wpisane dane nie zostały wysłane.",
    },
    signIn: "Zaloguj się ponownie",
    reload: "Odśwież",
  },
};
