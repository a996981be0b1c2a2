import { appUrl } from "../core/env";
import { type Role, roleNames } from "../core/permissions";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";

interface Invited {
  inviter: string;
  account: string;
  role: Role;
  secret: string;
}

/** The link that lets somebody join an account. */
export function invitationMail({ inviter, account, role, secret }: Invited): Words<MailContent> {
  const url = `${appUrl()}/invitation?ticket=${secret}`;
  // An account is named after the email that opened it.
  const isTheirs = account === inviter;
  const [where, whereInPolish] = isTheirs
    ? ["their Depesza account", "swojego konta w Depeszy"]
    : [`the Depesza account ${account}`, `konta ${account} w Depeszy`];
  return {
    en: {
      subject: `${inviter} invites you to Depesza`,
      paragraphs: [
        `${inviter} invites you to ${where}. Your role: ${roleNames[role].en}.`,
        "This link works once and expires in seven days. If you don't know who sent it, ignore this email.",
      ],
      link: { words: "Accept the invitation", url },
    },
    pl: {
      subject: `${inviter} zaprasza do Depeszy`,
      paragraphs: [
        `${inviter} zaprasza do ${whereInPolish}. Rola: ${roleNames[role].pl}.`,
        "Link zadziała raz i wygaśnie po siedmiu dniach. Jeśli nie wiesz, kto go wysłał, zignoruj tę wiadomość.",
      ],
      link: { words: "Przyjmij zaproszenie", url },
    },
  };
}

/** To the owners, when somebody has accepted an invitation. */
export function joinedMail({ email, role }: { email: string; role: Role }): Words<MailContent> {
  const url = `${appUrl()}/settings/people`;
  return {
    en: {
      subject: `${email} joined your account`,
      paragraphs: [
        `${email} accepted the invitation to your Depesza account. Role: ${roleNames[role].en}.`,
      ],
      link: { words: "See who is in the account", url },
    },
    pl: {
      subject: `Nowa osoba na koncie: ${email}`,
      paragraphs: [
        `Zaproszenie do konta w Depeszy zostało przyjęte: ${email}. Rola: ${roleNames[role].pl}.`,
      ],
      link: { words: "Zobacz osoby na koncie", url },
    },
  };
}

interface Change {
  /** The owner who did it. */
  by: string;
  account: string;
}

/** To whoever got another role. */
export function roleChangedMail({
  by,
  account,
  role,
}: Change & { role: Role }): Words<MailContent> {
  return {
    en: {
      subject: "Your role was changed",
      paragraphs: [
        `${by} changed your role in the Depesza account ${account}. It is now: ${roleNames[role].en}.`,
      ],
    },
    pl: {
      subject: "Zmiana roli",
      paragraphs: [
        `Właściciel konta ${account} w Depeszy (${by}) zmienił rolę tego użytkownika. Obecna rola: ${roleNames[role].pl}.`,
      ],
    },
  };
}

/** To whoever was removed. */
export function removedMail({ by, account }: Change): Words<MailContent> {
  return {
    en: {
      subject: "You no longer have access to a Depesza account",
      paragraphs: [
        `${by} removed you from the Depesza account ${account}. You are signed out everywhere.`,
      ],
    },
    pl: {
      subject: "Utrata dostępu do konta w Depeszy",
      paragraphs: [
        `Właściciel konta ${account} w Depeszy (${by}) odebrał do niego dostęp. Wszystkie przeglądarki zostały wylogowane.`,
      ],
    },
  };
}
