import { appUrl } from "../core/env";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";

/** The link that sets a new password. */
export function passwordReset(ticket: string): Words<MailContent> {
  const url = `${appUrl()}/reset-password?ticket=${ticket}`;
  return {
    en: {
      subject: "Set a new password",
      paragraphs: [
        "We received a request to reset the password of your Depesza account.",
        "This link works once and expires in one hour. If you didn't request it, ignore this email. Your password won't change.",
      ],
      link: { words: "Set a new password", url },
    },
    pl: {
      subject: "Ustawienie nowego hasła",
      paragraphs: [
        "Otrzymaliśmy prośbę o zmianę hasła do konta w Depeszy.",
        "Link zadziała raz i wygaśnie po godzinie. Jeśli prośba jest pomyłką, zignoruj tę wiadomość. Hasło się nie zmieni.",
      ],
      link: { words: "Ustaw nowe hasło", url },
    },
  };
}

/** After every change of the password. */
export function passwordChanged(): Words<MailContent> {
  return alarm({
    en: {
      subject: "Your password was changed",
      paragraphs: [
        "The password of your Depesza account was changed. Every other browser has been signed out.",
      ],
    },
    pl: {
      subject: "Hasło zostało zmienione",
      paragraphs: [
        "Hasło do konta w Depeszy zostało zmienione. Wszystkie inne przeglądarki zostały wylogowane.",
      ],
    },
  });
}

/** To a new address, which is only used once somebody there has agreed. */
export function emailConfirmation(email: string, ticket: string): Words<MailContent> {
  const url = `${appUrl()}/confirm-email?ticket=${ticket}`;
  return {
    en: {
      subject: "Confirm your new email",
      paragraphs: [
        `Confirm ${email} as the sign-in email of a Depesza account.`,
        "This link works once and expires in one hour. If you didn't request it, ignore this email.",
      ],
      link: { words: "Confirm this email", url },
    },
    pl: {
      subject: "Potwierdzenie nowego adresu e-mail",
      paragraphs: [
        `Potwierdź, że ${email} ma służyć do logowania na konto w Depeszy.`,
        "Link zadziała raz i wygaśnie po godzinie. Jeśli prośba jest pomyłką, zignoruj tę wiadomość.",
      ],
      link: { words: "Potwierdź ten adres", url },
    },
  };
}

/** To the old address. */
export function emailChanged(email: string): Words<MailContent> {
  return {
    en: {
      subject: "Your email was changed",
      paragraphs: [
        `The email of your Depesza account is now ${email}. Use it to sign in. We also send all emails there.`,
        "If you didn't make this change, contact your administrator immediately.",
      ],
    },
    pl: {
      subject: "Adres e-mail został zmieniony",
      paragraphs: [
        `Adres e-mail konta w Depeszy to teraz ${email}. Loguj się tym adresem. Tam też wysyłamy wszystkie e-maile.`,
        "Jeśli zmiana nie była zamierzona, od razu powiadom administratora tej instalacji.",
      ],
    },
  };
}

/** Two-step sign-in, on or off. */
export function twoStepTurned(state: "on" | "off"): Words<MailContent> {
  return alarm(
    state === "on"
      ? {
          en: {
            subject: "Two-step sign-in is on",
            paragraphs: [
              "Signing in to your Depesza account now requires a code from your authenticator app.",
            ],
          },
          pl: {
            subject: "Logowanie dwuetapowe jest włączone",
            paragraphs: [
              "Logowanie na konto w Depeszy wymaga odtąd kodu z aplikacji uwierzytelniającej.",
            ],
          },
        }
      : {
          en: {
            subject: "Two-step sign-in is off",
            paragraphs: ["Signing in to your Depesza account now requires only your password."],
          },
          pl: {
            subject: "Logowanie dwuetapowe jest wyłączone",
            paragraphs: ["Do logowania na konto w Depeszy wystarcza odtąd samo hasło."],
          },
        },
  );
}

/** A notice that names the way out for someone it surprises. */
export function alarm({ en, pl }: Words<MailContent>): Words<MailContent> {
  const url = `${appUrl()}/forgot-password`;
  return {
    en: { ...en, link: { words: "Not you? Set a new password", url } },
    pl: { ...pl, link: { words: "Zmiana niezamierzona? Ustaw nowe hasło", url } },
  };
}
