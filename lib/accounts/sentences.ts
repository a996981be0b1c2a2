import { sentences } from "../core/sentence";

/** What is said of people, their passwords and emails, and of links by email. */
export const accountSentences = sentences("accounts", {
  noAdministrator: {
    en: "No account administers this installation. Run npm run cli -- account make-admin --email <email>.",
    pl: "Żadne konto nie administruje tą instalacją. Uruchom npm run cli -- account make-admin --email <email>.",
  },
  wrongEmail: {
    en: "Enter an email address such as ada@example.com.",
    pl: "Podaj adres e-mail, na przykład ada@example.com.",
  },
  noNewPassword: { en: "Choose a password.", pl: "Wybierz hasło." },
  shortPassword: ({ min }: { min: number }) => ({
    en: `Use at least ${min} characters.`,
    pl: `Użyj co najmniej ${min} znaków.`,
  }),
  noEmail: { en: "Enter your email.", pl: "Podaj adres e-mail." },
  noPassword: { en: "Enter your password.", pl: "Podaj hasło." },
  noCurrentPassword: { en: "Enter your current password.", pl: "Podaj dotychczasowe hasło." },
  noCode: { en: "Enter the code.", pl: "Podaj kod." },
  longCode: { en: "This code is too long.", pl: "Ten kod jest za długi." },
  notAName: { en: "This is not a name.", pl: "To nie jest nazwisko." },
  noTimeZone: { en: "Choose a time zone from the list.", pl: "Wybierz strefę czasową z listy." },
  noCountry: { en: "Choose a country from the list.", pl: "Wybierz kraj z listy." },
  noLanguage: { en: "Choose a language from the list.", pl: "Wybierz język z listy." },
  passwordIsEmail: {
    en: "Choose a password that is not your email.",
    pl: "Hasło nie może być adresem e-mail.",
  },
  commonPassword: {
    en: "This is one of the most used passwords. Choose another one.",
    pl: "To jedno z najczęściej używanych haseł. Wybierz inne.",
  },
  notCurrentPassword: {
    en: "This is not your current password.",
    pl: "To nie jest obecne hasło.",
  },
  emailTakenAtSignUp: {
    en: "There is already an account with this email. Sign in instead.",
    pl: "Konto z tym adresem już istnieje. Zaloguj się.",
  },
  emailHasAccount: {
    en: "This email already has its own Depesza account. Ask for an invitation to another address, or delete that account first.",
    pl: "Ten adres ma już własne konto w Depeszy. Poproś o zaproszenie na inny adres albo najpierw usuń tamto konto.",
  },
  emailTaken: {
    en: "There is already an account with this email.",
    pl: "Konto z tym adresem już istnieje.",
  },
  emailTakenMeanwhile: {
    en: "Another account now uses this email.",
    pl: "W międzyczasie powstało konto z tym adresem.",
  },
  sameEmail: { en: "This is already your email.", pl: "To obecny adres tego konta." },
  emailNotSent: {
    en: "We couldn't send the email. Try again in a few minutes.",
    pl: "Nie udało się wysłać e-maila. Spróbuj ponownie za kilka minut.",
  },
  deadResetLink: {
    en: "This link was already used, replaced by a later change, or is more than an hour old. Request a new one.",
    pl: "Ten link został już użyty, unieważniła go późniejsza zmiana albo minęła ponad godzina. Wyślij nowy.",
  },
  deadLink: {
    en: "This link was already used, replaced by a later change, or is more than an hour old.",
    pl: "Ten link został już użyty, unieważniła go późniejsza zmiana albo minęła ponad godzina.",
  },
  ownersReopen: {
    en: "This account is closed. One of its owners can restore it by signing in.",
    pl: "To konto jest zamknięte. Przywróci je zalogowanie się właściciela.",
  },
  deleted: { en: "This account has been deleted.", pl: "To konto zostało usunięte." },
  tooManySignIns: {
    en: "Too many people are signing in. Try again in 10 seconds.",
    pl: "Zbyt wiele osób loguje się naraz. Spróbuj ponownie za 10 sekund.",
  },
});
