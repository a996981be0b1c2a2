import { sentences } from "../core/sentence";

/** What is said of the people of an account, and of invitations. */
export const peopleSentences = sentences("people", {
  noRole: { en: "Choose a role from the list.", pl: "Wybierz rolę z listy." },
  noName: { en: "Enter your name.", pl: "Podaj imię i nazwisko." },
  notFound: {
    en: "This person is no longer in the account.",
    pl: "Tej osoby nie ma już na tym koncie.",
  },
  noInvitation: {
    en: "This invitation was accepted or revoked.",
    pl: "To zaproszenie zostało przyjęte lub wycofane.",
  },
  noLongerOwner: {
    en: "You are no longer an owner of this account.",
    pl: "Uprawnienia właściciela tego konta zostały odebrane.",
  },
  suspended: {
    en: "This account is suspended. It can invite nobody.",
    pl: "To konto jest zawieszone. Nie może nikogo zaprosić.",
  },
  lastOwner: {
    en: "An account needs an owner. Make somebody else one first.",
    pl: "Konto musi mieć właściciela. Najpierw nadaj tę rolę komuś innemu.",
  },
  notYourself: {
    en: "You can't remove yourself. Another owner can.",
    pl: "Nie można usunąć samego siebie. Może to zrobić inny właściciel.",
  },
  alreadyHere: {
    en: "This person is already in the account.",
    pl: "Ta osoba jest już na tym koncie.",
  },
  tooManyPeople: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} people, open invitations included.`,
    pl: `Konto może mieć najwyżej ${max} osób, razem z otwartymi zaproszeniami.`,
  }),
  tooManyInvitations: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} open invitations. Revoke one first.`,
    pl: `Konto może mieć najwyżej ${max} otwartych zaproszeń. Najpierw wycofaj któreś z nich.`,
  }),
  mailNotSent: {
    en: "The invitation is saved, but the email could not be sent. Resend it in a few minutes.",
    pl: "Zaproszenie jest zapisane, ale nie udało się wysłać e-maila. Wyślij je ponownie za kilka minut.",
  },
  deadLink: {
    en: "This invitation was already accepted, revoked, replaced by a newer link, or is more than seven days old. Ask for a new one.",
    pl: "To zaproszenie zostało już przyjęte, wycofane, zastąpione nowszym linkiem albo minęło ponad siedem dni. Poproś o nowe.",
  },
});
