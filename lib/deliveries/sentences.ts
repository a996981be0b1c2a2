import { sentences } from "../core/sentence";

/** What is said of deliveries and their replays. */
export const deliverySentences = sentences("deliveries", {
  notFound: {
    en: "This endpoint has no delivery of this event.",
    pl: "Ten punkt odbioru nie ma dostarczenia tego zdarzenia.",
  },
  notReplayable: {
    en: "This endpoint has no delivery of this event, or its body is no longer stored.",
    pl: "Ten punkt odbioru nie ma dostarczenia tego zdarzenia albo jego treść nie jest już przechowywana.",
  },
  replayNotFound: { en: "Replay not found.", pl: "Nie znaleziono ponownego wysłania." },
  disabled: {
    en: "This endpoint is disabled. Enable it first.",
    pl: "Ten punkt odbioru jest wyłączony. Najpierw go włącz.",
  },
  wrongStatus: ({ names }: { names: string }) => ({
    en: `The states are ${names}.`,
    pl: `Stany to ${names}.`,
  }),
  notATime: {
    en: "Enter an ISO 8601 time with a time zone.",
    pl: "Podaj czas ISO 8601 ze strefą.",
  },
  wrongDryRun: { en: "dry_run must be true or false.", pl: "dry_run to true albo false." },
  notOne: {
    en: "Enter exactly one of event_id, failed_since, and missing_since.",
    pl: "Podaj dokładnie jedno z pól event_id, failed_since i missing_since.",
  },
});
