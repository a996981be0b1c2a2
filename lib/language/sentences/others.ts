/** What every form may say, and lib/tokens, in Polish. */
export const otherSentences: Record<string, string> = {
  "Enter a whole number of credits from 1 to {most}, or leave the field empty.":
    "Podaj całkowitą liczbę kredytów od 1 do {most} albo zostaw pole puste.",
  "Enter a whole number of days from 1 to {most}, or leave the field empty.":
    "Podaj całkowitą liczbę dni od 1 do {most} albo zostaw pole puste.",
  "Enter a whole number of credits from {min} to {max}.":
    "Podaj całkowitą liczbę kredytów od {min} do {max}.",
  "We couldn't open the payment page. You weren't charged. Try again in a minute.":
    "Nie udało się otworzyć strony płatności. Nic nie pobrano. Spróbuj ponownie za minutę.",
  "Each address must be a string.": "Każdy adres musi być tekstem.",
  "Some fields are not valid.": "Niektóre pola są nieprawidłowe.",
  "Internal server error. Retry in 30 seconds.":
    "Wystąpił wewnętrzny błąd serwera. Spróbuj ponownie za 30 sekund.",
  "The database is not available right now. Retry shortly.":
    "Baza danych jest teraz niedostępna. Spróbuj ponownie za chwilę.",
  "This form came from another site. Open the page here and try again.":
    "Ten formularz przyszedł z innej witryny. Otwórz stronę tutaj i spróbuj ponownie.",
  "You are signed out. Sign in again to continue.":
    "Wylogowano. Zaloguj się ponownie, aby kontynuować.",
  "Use at most {count} characters.": "Użyj najwyżej {count} znaków.",
  "Use letters, digits, and punctuation only.": "Użyj tylko liter, cyfr i znaków przestankowych.",
  "Enter a name for the token.": "Nadaj tokenowi nazwę.",
  "Choose live or test.": "Wybierz tryb produkcyjny albo testowy.",
  "The scopes are send, read, and manage.": "Uprawnienia to wysyłanie, odczyt i zarządzanie.",
  "Enter a list of scopes.": "Podaj listę uprawnień.",
  "Choose at least one scope.": "Wybierz co najmniej jedno uprawnienie.",
  "List each scope once.": "Podaj każde uprawnienie tylko raz.",
  "Enter an ISO 8601 time with a time zone, such as 2027-05-15T00:00:00Z.":
    "Podaj czas ISO 8601 ze strefą, na przykład 2027-05-15T00:00:00Z.",
  "This time has passed.": "Ten czas już minął.",
  "Choose the last day.": "Wybierz ostatni dzień.",
  "An address is text.": "Adres musi być tekstem.",
  "Enter a list of IP addresses or CIDR ranges.": "Podaj listę adresów IP lub zakresów CIDR.",
  "List at most {count} addresses and ranges.": "Podaj najwyżej {count} adresów i zakresów.",
  "“{text}” is not a valid IP address or CIDR range, such as 203.0.113.7, 203.0.113.0/24, or 2001:db8::/32.":
    "„{text}” nie jest adresem ani zakresem takim jak 203.0.113.7, 203.0.113.0/24 czy 2001:db8::/32.",
  "Enter a whole number of hours from 0 to {count}.": "Podaj pełną liczbę godzin od 0 do {count}.",
  "Account not found.": "Nie znaleziono konta.",
  "An account has at most {count} active tokens. Revoke one first.":
    "Konto może mieć najwyżej {count} aktywnych tokenów. Najpierw unieważnij któryś z nich.",
  "This token is revoked or expired. Create a new one.":
    "Ten token jest unieważniony lub wygasł. Utwórz nowy.",
  "Token not found.": "Nie znaleziono tokenu.",
};
