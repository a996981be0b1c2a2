/** What lib/accounts and its neighbours say in forms, in Polish. */
export const accountSentences: Record<string, string> = {
  "Enter an email address such as ada@example.com.":
    "Podaj adres e-mail, na przykład ada@example.com.",
  "Choose a password.": "Wybierz hasło.",
  "Use at least {count} characters.": "Użyj co najmniej {count} znaków.",
  "Enter your email.": "Podaj adres e-mail.",
  "Enter your password.": "Podaj hasło.",
  "Enter your current password.": "Podaj dotychczasowe hasło.",
  "Enter the code.": "Podaj kod.",
  "This code is too long.": "Ten kod jest za długi.",
  "This is not a name.": "To nie jest nazwisko.",
  "Choose a time zone from the list.": "Wybierz strefę czasową z listy.",
  "Choose a country from the list.": "Wybierz kraj z listy.",
  "Choose a language from the list.": "Wybierz język z listy.",
  "Wrong email or password.": "Adres e-mail lub hasło są nieprawidłowe.",
  "Choose a password that is not your email.": "Hasło nie może być adresem e-mail.",
  "This is one of the most used passwords. Choose another one.":
    "To jedno z najczęściej używanych haseł. Wybierz inne.",
  "There is already an account with this email. Sign in instead.":
    "Konto z tym adresem już istnieje. Zaloguj się.",
  "There is already an account with this email.": "Konto z tym adresem już istnieje.",
  "Another account now uses this email.": "W międzyczasie powstało konto z tym adresem.",
  "This is already your email.": "To obecny adres tego konta.",
  "We couldn't send the email. Try again in a few minutes.":
    "Nie udało się wysłać e-maila. Spróbuj ponownie za kilka minut.",
  "This is not your current password.": "To nie jest obecne hasło.",
  "This code is wrong or was used before.": "Ten kod jest błędny albo był już użyty.",
  "This took too long. Start again with your password.":
    "Trwało to zbyt długo. Zacznij od nowa, od hasła.",
  "This account has been deleted.": "To konto zostało usunięte.",
  "Two-step sign-in is on already.": "Logowanie dwuetapowe jest już włączone.",
  "Two-step sign-in is off.": "Logowanie dwuetapowe jest wyłączone.",
  "Start the setup again.": "Zacznij konfigurację od nowa.",
  "This link was already used, replaced by a later change, or is more than an hour old. Request a new one.":
    "Ten link został już użyty, unieważniła go późniejsza zmiana albo minęła ponad godzina. Wyślij nowy.",
  "This link was already used, replaced by a later change, or is more than an hour old.":
    "Ten link został już użyty, unieważniła go późniejsza zmiana albo minęła ponad godzina.",
  "Too many attempts. Try again in 1 second.": "Zbyt wiele prób. Spróbuj ponownie za sekundę.",
  "Too many attempts. Try again in {count} seconds.":
    "Zbyt wiele prób. Spróbuj ponownie za {count} s.",
  "Too many people are signing in. Try again in 10 seconds.":
    "Zbyt wiele osób loguje się naraz. Spróbuj ponownie za 10 sekund.",
};
