import { sentences } from "../core/sentence";

/** What is said of a token that can't be read, created, or rotated. */
export const tokenSentences = sentences("tokens", {
  notFound: { en: "Token not found.", pl: "Nie znaleziono tokenu." },
  missingOrInvalid: {
    en: "The token is missing or not valid.",
    pl: "Brakuje tokenu albo jest nieprawidłowy.",
  },
  tooMany: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} active tokens. Revoke one first.`,
    pl: `Konto może mieć najwyżej ${max} aktywnych tokenów. Najpierw unieważnij któryś z nich.`,
  }),
  ended: {
    en: "This token is revoked or expired. Create a new one.",
    pl: "Ten token jest unieważniony lub wygasł. Utwórz nowy.",
  },
  changedMeanwhile: {
    en: "Somebody else changed this token at the same time. Retry.",
    pl: "Ktoś inny zmienił ten token w tej samej chwili. Spróbuj ponownie.",
  },
  onlyTestFromTest: {
    en: "A test token can only make test tokens.",
    pl: "Token testowy może tworzyć tylko tokeny testowe.",
  },
  scopeBeyond: ({ scope }: { scope: string }) => ({
    en: `This token lacks the scope “${scope}” and cannot grant it.`,
    pl: `Ten token nie ma uprawnienia „${scope}” i nie może go nadać.`,
  }),
  lifeBeyond: ({ end }: { end: string }) => ({
    en: `This token expires at ${end} and cannot grant a longer life. Set expires_at to that time or earlier.`,
    pl: `Ten token wygasa ${end} i nie może nadać późniejszego terminu. Ustaw expires_at najpóźniej na ten czas.`,
  }),
  addressesBeyond: ({ cidrs }: { cidrs: string }) => ({
    en: `This token works only from ${cidrs} and cannot grant other addresses. Set cidrs within that.`,
    pl: `Ten token działa tylko z adresów ${cidrs} i nie może nadać innych. Ustaw cidrs w tym zakresie.`,
  }),
  limitBeyond: ({ limit }: { limit: number }) => ({
    en: `This token may spend ${limit} credits per day, so it cannot create, rotate, or change live tokens that send.`,
    pl: `Ten token może wydać ${limit} kredytów dziennie, więc nie może tworzyć, wymieniać ani zmieniać tokenów live, które wysyłają.`,
  }),
  wrongLimit: ({ max }: { max: number }) => ({
    en: `Enter a whole number of credits from 1 to ${max}.`,
    pl: `Podaj całkowitą liczbę kredytów od 1 do ${max}.`,
  }),
  nothingToChange: {
    en: "Set daily_limit to a number of credits, or to null for no limit.",
    pl: "Ustaw daily_limit na liczbę kredytów albo na null, czyli bez limitu.",
  },
  testIsFree: {
    en: "A test token spends no credits, so it has no spend limit.",
    pl: "Token testowy nie wydaje kredytów, więc nie ma limitu wydatków.",
  },
  noName: { en: "Enter a name for the token.", pl: "Nadaj tokenowi nazwę." },
  wrongMode: { en: "Choose live or test.", pl: "Wybierz tryb produkcyjny albo testowy." },
  wrongScope: {
    en: "The scopes are send, read, and manage.",
    pl: "Uprawnienia to wysyłanie, odczyt i zarządzanie.",
  },
  noScopeList: { en: "Enter a list of scopes.", pl: "Podaj listę uprawnień." },
  noScope: { en: "Choose at least one scope.", pl: "Wybierz co najmniej jedno uprawnienie." },
  repeatedScope: { en: "List each scope once.", pl: "Podaj każde uprawnienie tylko raz." },
  notATime: {
    en: "Enter an ISO 8601 time with a time zone, such as 2027-05-15T00:00:00Z.",
    pl: "Podaj czas ISO 8601 ze strefą, na przykład 2027-05-15T00:00:00Z.",
  },
  pastTime: { en: "This time has passed.", pl: "Ten czas już minął." },
  addressNotText: { en: "Each address must be a string.", pl: "Każdy adres musi być tekstem." },
  noCidrList: {
    en: "Enter a list of IP addresses or CIDR ranges.",
    pl: "Podaj listę adresów IP lub zakresów CIDR.",
  },
  tooManyCidrs: ({ max }: { max: number }) => ({
    en: `List at most ${max} addresses and ranges.`,
    pl: `Podaj najwyżej ${max} adresów i zakresów.`,
  }),
  notACidr: ({ text }: { text: string }) => ({
    en: `“${text}” is not a valid IP address or CIDR range, such as 203.0.113.7, 203.0.113.0/24, or 2001:db8::/32.`,
    pl: `„${text}” nie jest adresem ani zakresem takim jak 203.0.113.7, 203.0.113.0/24 czy 2001:db8::/32.`,
  }),
  wrongGrace: ({ max }: { max: number }) => ({
    en: `Enter a whole number of hours from 0 to ${max}.`,
    pl: `Podaj pełną liczbę godzin od 0 do ${max}.`,
  }),
});
