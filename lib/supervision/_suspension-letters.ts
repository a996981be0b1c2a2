import { appUrl } from "../core/env";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";

/** An email that an account is suspended, and why. */
export function suspendedLetter(reason: string): Words<MailContent> {
  const url = `${appUrl()}/overview`;
  return {
    en: {
      subject: "Your account is suspended",
      paragraphs: [
        `The administrator suspended your account: ${reason}`,
        "No messages are sent and the API rejects requests. You can still sign in and read everything. Queued messages stay in the queue, and expire when their validity ends.",
      ],
      link: { words: "Open the dashboard", url },
    },
    pl: {
      subject: "Konto jest zawieszone",
      paragraphs: [
        `Administrator zawiesił konto: ${reason}`,
        "Wiadomości nie są wysyłane, a API odrzuca żądania. Nadal można się zalogować i wszystko przeglądać. Wiadomości w kolejce czekają i wygasną z końcem ważności.",
      ],
      link: { words: "Przejdź do panelu", url },
    },
  };
}

/** An email that the suspension is over. */
export function liftedLetter(): Words<MailContent> {
  const url = `${appUrl()}/overview`;
  return {
    en: {
      subject: "Your account is active again",
      paragraphs: [
        "The suspension is lifted. Queued messages are being sent, and the API accepts requests.",
      ],
      link: { words: "Open the dashboard", url },
    },
    pl: {
      subject: "Konto znów jest aktywne",
      paragraphs: [
        "Zawieszenie zostało cofnięte. Wiadomości z kolejki są wysyłane, a API przyjmuje żądania.",
      ],
      link: { words: "Przejdź do panelu", url },
    },
  };
}
