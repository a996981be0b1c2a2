import type { Words } from "@/lib/language/language";

const en = {
  title: "Join the account",
  lead: (account: string, role: string) => `You are invited to ${account}. Your role: ${role}.`,
  signInAs: (email: string) => `You will sign in as ${email}.`,
  name: "Name",
  nameHint: "You and the owners of the account see it.",
  submit: "Join",
  taken: {
    title: "This email already has an account",
    lead: (email: string) =>
      `${email} already has its own Depesza account. Ask for an invitation to another address, or delete that account first.`,
    toSignIn: "Sign in",
  },
  dead: {
    title: "This invitation no longer works",
    lead: "It was already accepted, revoked, replaced by a newer link, or is more than seven days old. Ask for a new one.",
    toSignIn: "Sign in",
  },
};

/** What the page says that an invitation leads to. */
export const invitationWords: Words<typeof en> = {
  en,
  pl: {
    title: "Dołącz do konta",
    lead: (account, role) => `Zaproszenie do konta ${account}. Rola: ${role}.`,
    signInAs: (email) => `Logujesz się potem jako ${email}.`,
    name: "Imię i nazwisko",
    nameHint: "Widzisz je ty i właściciele konta.",
    submit: "Dołącz",
    taken: {
      title: "Ten adres ma już konto",
      lead: (email) =>
        `${email} ma własne konto w Depeszy. Poproś o zaproszenie na inny adres albo najpierw usuń tamto konto.`,
      toSignIn: "Zaloguj się",
    },
    dead: {
      title: "To zaproszenie już nie działa",
      lead: "Zostało już przyjęte, wycofane, zastąpione nowszym linkiem albo minęło ponad siedem dni. Poproś o nowe.",
      toSignIn: "Zaloguj się",
    },
  },
};
