import { type Permission, type Role, roleNames, rolesWithWords } from "./permissions";
import { sentences } from "./sentence";

/** What every module may say, whatever was asked for. */
export const coreSentences = sentences("core", {
  wrongFields: { en: "Some fields are not valid.", pl: "Niektóre pola są nieprawidłowe." },
  tooLong: ({ max }: { max: number }) => ({
    en: `Use at most ${max} characters.`,
    pl: `Użyj najwyżej ${max} znaków.`,
  }),
  unprintable: {
    en: "Use letters, digits, and punctuation only.",
    pl: "Użyj tylko liter, cyfr i znaków przestankowych.",
  },
  noScope: ({ scope }: { scope: string }) => ({
    en: `This token lacks the scope “${scope}”.`,
    pl: `Ten token nie ma uprawnienia „${scope}”.`,
  }),
  peopleOnly: {
    en: "A token can't do this. Sign in to the dashboard.",
    pl: "Token tego nie umożliwia. Zaloguj się do panelu.",
  },
  noRole: ({ permission, role }: { permission: Permission; role: Role }) => ({
    en: `This needs the role ${rolesWithWords(permission).en}. Your role is ${roleNames[role].en}. Ask an owner of the account.`,
    pl: `Wymagana rola: ${rolesWithWords(permission).pl}. Obecna rola: ${roleNames[role].pl}. Zwróć się do właściciela konta.`,
  }),
  noAdmin: {
    en: "Only an administrator of this installation may do this.",
    pl: "Może to zrobić tylko administrator tej instalacji.",
  },
  onlyLooking: {
    en: "You are viewing this account. Nothing can be changed while you do.",
    pl: "Przeglądasz to konto. W tym trybie niczego nie można zmienić.",
  },
  tooManyBatches: (limit: { max: number; seconds: number }) => ({
    en: `At most ${limit.max} batches at the same time. Retry in ${limit.seconds} s.`,
    pl: `Najwyżej ${limit.max} paczek jednocześnie. Spróbuj ponownie za ${limit.seconds} s.`,
  }),
  tooManyCampaigns: (limit: { max: number; seconds: number }) => ({
    en: `At most ${limit.max} new campaigns at the same time. Retry in ${limit.seconds} s.`,
    pl: `Najwyżej ${limit.max} nowych kampanii jednocześnie. Spróbuj ponownie za ${limit.seconds} s.`,
  }),
  tooManyDownloads: (limit: { max: number; seconds: number }) => ({
    en: `At most ${limit.max} downloads at the same time. Retry in ${limit.seconds} s.`,
    pl: `Najwyżej ${limit.max} pobierań jednocześnie. Spróbuj ponownie za ${limit.seconds} s.`,
  }),
  tooManyUploads: (limit: { max: number; seconds: number }) => ({
    en: `At most ${limit.max} uploads at the same time. Retry in ${limit.seconds} s.`,
    pl: `Najwyżej ${limit.max} przesyłanych plików jednocześnie. Spróbuj ponownie za ${limit.seconds} s.`,
  }),
  tooManyReads: (limit: { max: number; seconds: number }) => ({
    en: `At most ${limit.max} lists are read at the same time. Retry in ${limit.seconds} s.`,
    pl: `Najwyżej ${limit.max} list odczytywanych jednocześnie. Spróbuj ponownie za ${limit.seconds} s.`,
  }),
  tooManyFiles: {
    en: "Too many files are being read. Retry later.",
    pl: "Odczytywanych jest zbyt wiele plików. Spróbuj ponownie później.",
  },
  noDatabase: {
    en: "The database is not available right now. Retry shortly.",
    pl: "Baza danych jest teraz niedostępna. Spróbuj ponownie za chwilę.",
  },
  busy: {
    en: "The server is busy right now. Retry shortly.",
    pl: "Serwer jest teraz zajęty. Spróbuj ponownie za chwilę.",
  },
  internal: {
    en: "Internal server error. Retry in 30 seconds.",
    pl: "Wystąpił wewnętrzny błąd serwera. Spróbuj ponownie za 30 sekund.",
  },
  accountNotFound: { en: "Account not found.", pl: "Nie znaleziono konta." },
  noAccountWith: ({ email }: { email: string }) => ({
    en: `There is no account with the email ${email}.`,
    pl: `Nie ma konta z adresem ${email}.`,
  }),
  /** Words of zod itself, where a contract has none: in Polish only that something is wrong. */
  wrongValue: ({ words }: { words: string }) => ({
    en: words,
    pl: "Ta wartość jest nieprawidłowa.",
  }),
});
