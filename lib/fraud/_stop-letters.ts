import { appUrl } from "../core/env";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";
import type { Stop } from "./_stops";
import type { StopReason } from "./contract";

interface Told {
  stops: readonly Stop[];
  /** As on the wire, for the administrators; null for its own people. */
  account: string | null;
}

const reasons: Words<Record<StopReason, (stop: Stop) => string>> = {
  en: {
    conversion: ({ started, approved }) => `${approved} of ${started} codes were entered`,
    velocity: ({ started, approved }) =>
      `too many messages within ten minutes: ${approved} of ${started} codes were entered`,
    sequence: ({ started, approved }) =>
      `numbers in a row: ${started} in an hour, of which ${approved} entered the code`,
  },
  pl: {
    conversion: ({ started, approved }) => `wpisano ${approved} z ${started} kodów`,
    velocity: ({ started, approved }) =>
      `za dużo wiadomości w ciągu dziesięciu minut: wpisano ${approved} z ${started} kodów`,
    sequence: ({ started, approved }) =>
      `kolejne numery: ${started} w ciągu godziny, kod wpisało ${approved}`,
  },
};

/** An email that no codes are sent to some ranges, why, and what can be done about it. */
export function stoppedLetter({ stops, account }: Told): Words<MailContent> {
  const url = `${appUrl()}/settings/verifications`;
  const linesIn = (language: "en" | "pl") =>
    stops.map((stop) => `${stop.prefix}…: ${reasons[language][stop.reason](stop)}`);
  return {
    en: {
      subject: "Codes to some numbers are stopped",
      paragraphs: [
        account === null
          ? "It looks as if somebody requests codes for the money that the messages bring. Depesza sends no codes to these ranges for now:"
          : `In the account ${account}, codes to these ranges are stopped, because it looks like artificial traffic:`,
        ...linesIn("en"),
        "Numbers that proved themselves before still get codes. A stop ends automatically: after a day if too few codes were entered, otherwise after an hour. An owner can end it earlier. Limit how often your form sends codes to one visitor.",
      ],
      ...(account === null && { link: { words: "Open verifications", url } }),
    },
    pl: {
      subject: "Kody na niektóre numery są wstrzymane",
      paragraphs: [
        account === null
          ? "Wygląda na to, że ktoś zamawia kody dla pieniędzy, które przynoszą wiadomości. Depesza na razie nie wysyła kodów do tych zakresów:"
          : `Na koncie ${account} kody do tych zakresów są wstrzymane, bo ruch wygląda na sztuczny:`,
        ...linesIn("pl"),
        "Numery, które już kiedyś się zweryfikowały, nadal dostają kody. Wstrzymanie kończy się samo: po dobie, jeśli wpisano za mało kodów, a w innych wypadkach po godzinie. Właściciel może je zakończyć wcześniej. Ogranicz w formularzu, ile kodów dostaje jeden odwiedzający.",
      ],
      ...(account === null && { link: { words: "Otwórz weryfikacje", url } }),
    },
  };
}
