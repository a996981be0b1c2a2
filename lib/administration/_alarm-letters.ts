import type { Trouble } from "../carriers/list-troubles";
import { appUrl } from "../core/env";
import { countWords } from "../language/count-words";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";

interface Said {
  subject: string;
  meaning: string;
  advice: string;
}

/** An email that a carrier accepts no messages, with what it said and what to do. */
export function alarmLetter({ carrier, reason, detail }: Trouble): Words<MailContent> {
  const en = english[reason] ?? english["other"];
  const pl = polish[reason] ?? polish["other"];
  return {
    en: {
      subject: `Carrier ${carrier} ${en?.subject}`,
      paragraphs: [
        `${en?.meaning} Its messages are queued, or take another route where there is one.`,
        ...(detail ? [`The carrier's words: ${detail}`] : []),
        en?.advice ?? "",
      ],
      link: { words: "Open Carriers", url: page() },
    },
    pl: {
      subject: `Dostawca ${carrier} ${pl?.subject}`,
      paragraphs: [
        `${pl?.meaning} Jego wiadomości czekają w kolejce albo idą inną trasą, jeśli taka jest.`,
        ...(detail ? [`Słowa dostawcy: ${detail}`] : []),
        pl?.advice ?? "",
      ],
      link: { words: "Otwórz dostawców", url: page() },
    },
  };
}

/** The same in one line of English for a webhook, without the carrier's words: those could quote anything. */
export function alarmSummary({ carrier, reason }: Trouble): string {
  const said = english[reason] ?? english["other"];
  return `Carrier ${carrier} ${said?.subject}. Its messages are queued, or take another route where there is one.`;
}

/** That messages are queued without a route, in one line of English for a webhook. */
export function routeSummary(count: number): string {
  const queued = countWords("en", count, { one: "message is", other: "messages are" });
  return `${queued} queued because no route in carriers.json leads to a carrier for them.`;
}

/** An email that messages are queued without a route. */
export function routeLetter(count: number): Words<MailContent> {
  const inPolish = countWords("pl", count, {
    one: "wiadomość",
    few: "wiadomości",
    many: "wiadomości",
    other: "wiadomości",
  });
  return {
    en: {
      subject: "Messages are queued without a route",
      paragraphs: [
        routeSummary(count),
        "Add a route. The messages are sent within seconds after that.",
      ],
      link: { words: "Open Carriers", url: page() },
    },
    pl: {
      subject: "Wiadomości czekają bez trasy",
      paragraphs: [
        `W kolejce: ${inPolish}. Żadna trasa w carriers.json nie prowadzi do dostawcy.`,
        "Dodaj trasę. Wiadomości wyjdą w ciągu kilku sekund.",
      ],
      link: { words: "Otwórz dostawców", url: page() },
    },
  };
}

function page(): string {
  return `${appUrl()}/admin/carriers`;
}

const english: Record<string, Said> = {
  carrier_unauthorized: {
    subject: "rejects our credentials",
    meaning: "The carrier doesn't accept the credentials of this installation.",
    advice:
      "Fix them where they are set, in carriers.json, its secret, or the environment. Depesza keeps trying and sends what is queued as soon as it can.",
  },
  carrier_out_of_credits: {
    subject: "has no credit left",
    meaning: "The credit of this installation at the carrier is used up.",
    advice: "Top up at the carrier. Depesza keeps trying and sends what is queued after that.",
  },
  carrier_throttled: {
    subject: "throttles messages",
    meaning: "The carrier accepts no more messages for a while.",
    advice: "If it happens often, set a lower rate in carriers.json or ask for a higher limit.",
  },
  other: {
    subject: "is in trouble",
    meaning: "The carrier can't be reached or returns errors.",
    advice:
      "Depesza keeps trying and sends what is queued as soon as the carrier responds. If it lasts, ask the carrier, or drain it so that new messages take another route.",
  },
};

const polish: Record<string, Said> = {
  carrier_unauthorized: {
    subject: "odrzuca dane logowania",
    meaning: "Dostawca nie przyjmuje danych logowania tej instalacji.",
    advice:
      "Popraw je tam, gdzie są ustawione: w carriers.json, w jego sekrecie albo w zmiennych środowiska. Depesza ponawia próby i wyśle czekające wiadomości, gdy tylko będzie to możliwe.",
  },
  carrier_out_of_credits: {
    subject: "nie ma już środków",
    meaning: "Skończyły się środki tej instalacji u dostawcy.",
    advice: "Doładuj konto u dostawcy. Depesza ponawia próby i wyśle potem czekające wiadomości.",
  },
  carrier_throttled: {
    subject: "ogranicza wysyłkę",
    meaning: "Dostawca przez pewien czas nie przyjmuje kolejnych wiadomości.",
    advice:
      "Jeśli zdarza się to często, ustaw niższe tempo w carriers.json albo poproś o wyższy limit.",
  },
  other: {
    subject: "ma kłopoty",
    meaning: "Dostawca jest nieosiągalny albo zwraca błędy.",
    advice:
      "Depesza ponawia próby i wyśle czekające wiadomości, gdy dostawca odpowie. Jeśli to trwa, zapytaj dostawcę albo wyłącz go z użycia, żeby nowe wiadomości szły inną trasą.",
  },
};
