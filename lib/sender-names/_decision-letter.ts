import { appUrl } from "../core/env";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";

interface Decided {
  name: string;
  /** Why it was rejected; null for an approved one. */
  reason: string | null;
}

/** An email that a sender name was approved or rejected. */
export function decisionLetter({ name, reason }: Decided): Words<MailContent> {
  const url = `${appUrl()}/settings/senders`;
  if (reason === null) {
    return {
      en: {
        subject: `Sender name ${name} is approved`,
        paragraphs: [`You can send messages from ${name} now.`],
        link: { words: "Open Sender names", url },
      },
      pl: {
        subject: `Nazwa nadawcy ${name} jest zatwierdzona`,
        paragraphs: [`Możesz już wysyłać wiadomości z nazwy ${name}.`],
        link: { words: "Otwórz nazwy nadawców", url },
      },
    };
  }
  return {
    en: {
      subject: `Sender name ${name} is rejected`,
      paragraphs: [
        `The administrator rejected the sender name ${name}: ${reason}`,
        "Messages from it aren't accepted. You can request it again with another purpose.",
      ],
      link: { words: "Open Sender names", url },
    },
    pl: {
      subject: `Nazwa nadawcy ${name} jest odrzucona`,
      paragraphs: [
        `Administrator odrzucił nazwę nadawcy ${name}: ${reason}`,
        "Wiadomości z tej nazwy nie są przyjmowane. Możesz zgłosić ją ponownie z innym opisem.",
      ],
      link: { words: "Otwórz nazwy nadawców", url },
    },
  };
}
