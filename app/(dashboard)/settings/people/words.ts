import type { Role } from "@/lib/core/permissions";
import type { Words } from "@/lib/language/language";

const roleHintsInEnglish: Record<Role, string> = {
  owner: "Everything, with people, data export, and deleting the account.",
  developer: "API tokens, webhooks, sending, messages, contacts. Can't buy credits.",
  sender: "Sends messages and campaigns, manages contacts and templates.",
  billing: "Buys credits and sees what they were spent on. Reads no messages.",
  viewer: "Reads messages, contacts, and credits. Changes nothing.",
};

const en = {
  title: "People",
  lead: "Who can sign in to this account, and what they may do. A change holds at their next click.",
  list: "People in the account",
  you: "you",
  twoStep: "Two-step sign-in is on",
  lastSeen: "Last seen",
  away: "Not signed in",
  role: "Role",
  roleOf: (email: string) => `Role of ${email}`,
  save: "Change",
  roleHints: roleHintsInEnglish,
  changed: "Role changed.",
  remove: "Remove",
  removeOf: (email: string) => `Remove ${email}`,
  removing: {
    title: (email: string) => `Remove ${email}?`,
    effect: "They are signed out immediately. What they created stays.",
    tokens:
      "API tokens and webhooks belong to the account and keep working. Rotate the secrets that this person knows.",
    toTokens: "API tokens",
    keep: "Keep",
    submit: "Remove",
  },
  removed: (email: string) => `${email} no longer has access.`,
  invite: {
    title: "Invite somebody",
    lead: "They get a link by email. It works once, for seven days.",
    email: "Email",
    role: "Role",
    submit: "Send invitation",
    sent: (email: string) => `An invitation is on its way to ${email}.`,
  },
  open: {
    title: "Open invitations",
    none: "None.",
    sent: "Sent",
    expires: "Expires",
    expired: "Expired",
    again: "Resend",
    revoke: "Revoke",
    againTo: (email: string) => `Resend the invitation to ${email}`,
    revokeOf: (email: string) => `Revoke the invitation to ${email}`,
    revoked: "Invitation revoked. Its link no longer works.",
  },
};

/** What the page of the people of an account says. */
export const peopleWords: Words<typeof en> = {
  en,
  pl: {
    title: "Osoby",
    lead: "Kto może logować się na to konto i co może robić. Zmiana działa od następnego kliknięcia.",
    list: "Osoby na koncie",
    you: "ty",
    twoStep: "Logowanie dwuetapowe włączone",
    lastSeen: "Ostatnia aktywność:",
    away: "Niezalogowana",
    role: "Rola",
    roleOf: (email) => `Rola: ${email}`,
    save: "Zmień",
    roleHints: {
      owner: "Wszystko, także osoby, eksport danych i usunięcie konta.",
      developer: "Tokeny API, webhooki, wysyłka, wiadomości, kontakty. Nie kupuje kredytów.",
      sender: "Wysyła wiadomości i kampanie, zarządza kontaktami i szablonami.",
      billing: "Kupuje kredyty i widzi, na co je wydano. Nie czyta wiadomości.",
      viewer: "Widzi wiadomości, kontakty i kredyty. Niczego nie zmienia.",
    },
    changed: "Rola zmieniona.",
    remove: "Usuń",
    removeOf: (email) => `Usuń: ${email}`,
    removing: {
      title: (email) => `Usunąć ${email}?`,
      effect: "Osoba zostanie od razu wylogowana. To, co utworzyła, pozostaje.",
      tokens:
        "Tokeny API i webhooki należą do konta i działają dalej. Zmień sekrety, które ta osoba zna.",
      toTokens: "Tokeny API",
      keep: "Zostaw",
      submit: "Usuń",
    },
    removed: (email) => `${email} nie ma już dostępu.`,
    invite: {
      title: "Zaproś osobę",
      lead: "Dostanie link e-mailem. Zadziała raz, przez siedem dni.",
      email: "E-mail",
      role: "Rola",
      submit: "Wyślij zaproszenie",
      sent: (email) => `Zaproszenie zostało wysłane na adres ${email}.`,
    },
    open: {
      title: "Otwarte zaproszenia",
      none: "Brak.",
      sent: "Wysłane",
      expires: "Wygasa",
      expired: "Wygasło",
      again: "Wyślij ponownie",
      revoke: "Wycofaj",
      againTo: (email) => `Wyślij ponownie zaproszenie: ${email}`,
      revokeOf: (email) => `Wycofaj zaproszenie: ${email}`,
      revoked: "Zaproszenie wycofane. Link już nie działa.",
    },
  },
};
