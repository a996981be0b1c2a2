import type { LiveState } from "@/components/shell/live-stream";
import type { Words } from "@/lib/language/language";

/** How the live connection is, in a word and a sentence. */
export const liveWords: Words<Record<LiveState, { word: string; meaning: string }>> = {
  en: {
    connecting: { word: "Connecting", meaning: "Opening the live connection." },
    live: { word: "Live", meaning: "Changes appear as they happen." },
    reconnecting: {
      word: "Reconnecting",
      meaning: "Connection lost. The list refreshes every 5 s until it is back.",
    },
    polling: {
      word: "Too many live tabs. This one refreshes every 5 s.",
      meaning: "Close another tab to get live updates here.",
    },
    paused: { word: "Paused", meaning: "Resumes when you return to this tab." },
    offline: { word: "Offline", meaning: "No connection to the server. Nothing is refreshed." },
    signedOut: { word: "Signed out", meaning: "Nothing is refreshed until you sign in again." },
    outdated: { word: "Outdated", meaning: "There is a newer version. Reload the page." },
  },
  pl: {
    connecting: { word: "Łączenie", meaning: "Otwieranie połączenia na żywo." },
    live: { word: "Na żywo", meaning: "Zmiany pojawiają się od razu." },
    reconnecting: {
      word: "Ponowne łączenie",
      meaning: "Połączenie zerwane. Lista odświeża się co 5 s, dopóki nie wróci.",
    },
    polling: {
      word: "Zbyt wiele kart na żywo. Ta odświeża się co 5 s.",
      meaning: "Zamknij inną kartę, aby tu wróciły zmiany na żywo.",
    },
    paused: { word: "Wstrzymane", meaning: "Wznowi się po powrocie do tej karty." },
    offline: { word: "Offline", meaning: "Brak połączenia z serwerem. Nic się nie odświeża." },
    signedOut: {
      word: "Wylogowano",
      meaning: "Nic się nie odświeży, dopóki nie zalogujesz się ponownie.",
    },
    outdated: { word: "Nieaktualna", meaning: "Jest nowsza wersja. Odśwież stronę." },
  },
};
