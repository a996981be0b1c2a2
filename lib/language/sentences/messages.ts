/** What lib/messages and its neighbours say in forms, in Polish. */
export const messageSentences: Record<string, string> = {
  "Enter a sender: a name of up to 11 characters, or a phone number.":
    "Podaj nadawcę: nazwę do 11 znaków albo numer.",
  "Invalid sender: {value}": "Nieprawidłowy nadawca: {value}",
  "Enter the recipient's number, such as 48732129000.":
    "Podaj numer odbiorcy, na przykład 48732129000.",
  "Enter the number in E.164 format without the +, such as 48732129000.":
    "Podaj numer z numerem kierunkowym kraju, bez plusa, na przykład 48732129000.",
  "{digits} is not a valid phone number. Check the country code and the length.":
    "{digits} nie jest prawidłowym numerem telefonu. Sprawdź numer kierunkowy kraju i liczbę cyfr.",
  "{digits} has no country code. With the country code {code} it is {whole}.":
    "Numer {digits} nie ma numeru kierunkowego kraju. Z kierunkowym {code} to {whole}.",
  "{digits} has no country code. Start with it, as in 48732129000.":
    "Numer {digits} nie ma numeru kierunkowego kraju. Zacznij od niego, na przykład 48732129000.",
  "{digits} could be {home} or {abroad}. Write it with its country code and a plus.":
    "{digits} to {home} albo {abroad}. Wpisz numer z kierunkowym i plusem.",
  "{digits} has a trunk prefix after the country code. Use {whole}.":
    "Numer {digits} ma po kierunkowym kraju zbędny prefiks krajowy. Wpisz {whole}.",
  "{digits} is missing the 9 of a mobile number. If it is not a landline, use {whole}.":
    "W numerze {digits} brakuje cyfry 9 numeru komórkowego. Jeśli to nie numer stacjonarny, wpisz {whole}.",
  "{digits} has {count} digits after the country code {code}. Mobile numbers there have {lengths}.":
    "Liczba cyfr numeru {digits} po kierunkowym {code}: {count}. Numery komórkowe mają ich tam {lengths}.",
  "{number} was changed by a spreadsheet. Format the column as text and copy the number again.":
    "{number} to numer zmieniony przez arkusz. Ustaw w kolumnie format tekstowy i skopiuj numer jeszcze raz.",
  "{number} is not in E.164 form. Use {whole}.":
    "{number} nie jest w formacie E.164. Wpisz {whole}.",
  "The number contains an invisible character ({code}). Use {whole}.":
    "W numerze jest niewidoczny znak ({code}). Wpisz {whole}.",
  "{count} more can't receive SMS.": "Kolejne numery, które nie odbiorą SMS-a: {count}.",
  "{digits} is a landline and can't receive SMS.":
    "{digits} to numer stacjonarny, który nie odbiera SMS-ów.",
  "You can send to {most} numbers at once. You entered {count}.":
    "Wyślesz najwyżej na {most} numerów naraz. Podano {count}.",
  "You can send to {most} numbers at once.": "Wyślesz najwyżej na {most} numerów naraz.",
  "Write the text of the message.": "Wpisz treść wiadomości.",
  "Must be a string.": "To musi być tekst.",
  "The text needs more than {most} segments (1530 GSM-7 or 670 Unicode characters).":
    "Treść zajmuje więcej niż {most} segmentów (1530 znaków GSM-7 albo 670 znaków Unicode).",
  "The text has a NUL character ({code}) at position {position}, which cannot be sent.":
    "Na pozycji {position} treści jest znak NUL ({code}), którego nie da się wysłać.",
  "The text has a tab ({code}) at position {position}, which cannot be sent.":
    "Na pozycji {position} treści jest tabulator ({code}), którego nie da się wysłać.",
  "The text has a control character ({code}) at position {position}, which cannot be sent.":
    "Na pozycji {position} treści jest znak sterujący ({code}), którego nie da się wysłać.",
  "The text has half of a surrogate pair ({code}) at position {position}, which cannot be sent.":
    "Na pozycji {position} treści jest połowa pary zastępczej ({code}), której nie da się wysłać.",
  "The text has a character that Unicode reserves ({code}) at position {position}, which cannot be sent.":
    "Na pozycji {position} treści jest znak zastrzeżony w Unicode ({code}), którego nie da się wysłać.",
  "The text has more than {count} combining marks in a row at position {position}.":
    "Od pozycji {position} treści stoi więcej niż {count} znaków łączących z rzędu.",
  "Enter an ISO 8601 time with a time zone, such as 2026-05-15T14:23:47Z.":
    "Podaj pełną datę i godzinę.",
  "This time has passed. Omit the field to send now.":
    "Ten czas już minął. Wybierz późniejszy albo wyślij od razu.",
  "Messages can be scheduled at most 35 days ahead.":
    "Zaplanuj wiadomość najwyżej na 35 dni naprzód.",
  "The reference must be text.": "Identyfikator własny musi być tekstem.",
  "The reference may have at most 255 characters.":
    "Identyfikator własny może mieć najwyżej 255 znaków.",
  "The reference has a character that cannot be stored.":
    "W identyfikatorze własnym jest znak, którego nie da się zapisać.",
  "The idempotency key must be a UUID v4.": "Klucz idempotencji musi być identyfikatorem UUID v4.",
  "Validity is a whole number of seconds.": "Ważność to całkowita liczba sekund.",
  "validity must be at least 60 seconds.": "Ważność to co najmniej 60 sekund.",
  "Validity is at most 172800 seconds (48 hours).":
    "Ważność to najwyżej 172800 sekund (48 godzin).",
  "dry_run must be true or false.": "Pole dry_run ma wartość true albo false.",
  "This costs 1 credit, but your balance is {available}. Nothing was sent.":
    "Koszt to 1 kredyt, a saldo wynosi {available}. Nic nie wysłano.",
  "This costs {required} credits, but your balance is {available}. Nothing was sent.":
    "Koszt w kredytach: {required}, a saldo wynosi {available}. Nic nie wysłano.",
  "More than {quota} messages in {window} s. Wait {seconds} s.":
    "Więcej niż {quota} wiadomości w ciągu {window} s. Odczekaj {seconds} s.",
  "More than {quota} requests in {window} s. Wait {seconds} s.":
    "Więcej niż {quota} żądań w ciągu {window} s. Odczekaj {seconds} s.",
  "This account is suspended.": "To konto jest zawieszone.",
  "This idempotency key was used for a different request. Use a new key for a new message.":
    "Tego klucza idempotencji użyto już w innym żądaniu. Użyj nowego klucza dla nowej wiadomości.",
  "An accepted message has no row.": "Nie odnaleziono przyjętej wiadomości.",
  "A message was left without a result.": "Jedna z wiadomości została bez wyniku.",
  "Another request of this account is still in progress.":
    "Inne żądanie tego konta jeszcze trwa. Spróbuj ponownie za chwilę.",
  "Enter a name.": "Podaj nazwę.",
  "The name must be text.": "Nazwa musi być tekstem.",
  "The name may have at most 80 characters.": "Nazwa może mieć najwyżej 80 znaków.",
  "The name has a character that cannot be stored.":
    "W nazwie jest znak, którego nie da się zapisać.",
  "Message not found.": "Nie znaleziono wiadomości.",
  "This message can't be cancelled: the carrier may have it.":
    "Tej wiadomości nie da się już anulować: może ją mieć dostawca.",
  "Account not found.": "Nie znaleziono konta.",
  "The database is not available right now. Retry shortly.":
    "Baza danych jest teraz niedostępna. Spróbuj ponownie za chwilę.",
  ...tooLate({
    scheduled: "zaplanowana",
    queued: "w kolejce",
    sending: "właśnie wysyłana",
    sent: "wysłana",
    unknown: "wysłana z nieznanym wynikiem",
    delivered: "doręczona",
    failed: "nieudana",
    expired: "wygasła",
    bounced: "niedoręczalna",
    cancelled: "anulowana",
  }),
};

/** What is said of a message that has gone too far to be changed. */
function tooLate(statuses: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(statuses).flatMap(([status, word]) => [
      [
        `This message can't be cancelled: its status is ${status}.`,
        `Tej wiadomości nie da się już anulować: jest ${word}.`,
      ],
      [
        `This message can't be rescheduled: its status is ${status}.`,
        `Nie da się już zmienić terminu tej wiadomości: jest ${word}.`,
      ],
    ]),
  );
}
