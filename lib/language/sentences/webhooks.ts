/** What lib/webhooks and its neighbours say in forms, in Polish. */
export const webhookSentences: Record<string, string> = {
  "Enter the URL of your endpoint, such as https://example.com/hooks.":
    "Podaj URL punktu odbioru, na przykład https://example.com/hooks.",
  "The URL may have at most {count} characters.": "URL może mieć najwyżej {count} znaków.",
  "Enter a list of events.": "Podaj listę zdarzeń.",
  "Choose at least one event.": "Wybierz co najmniej jedno zdarzenie.",
  "List each event once.": "Podaj każde zdarzenie tylko raz.",
  "The events are {names}.": "Zdarzenia to {names}.",
  "The description must be text.": "Opis musi być tekstem.",
  "enabled is true or false.": "enabled to true albo false.",
  "Invalid URL. Use a URL such as https://example.com/hooks.":
    "Nieprawidłowy URL. Użyj adresu takiego jak https://example.com/hooks.",
  "Use an https:// URL.": "Użyj adresu https://.",
  "Remove the username and password from the URL. The signature identifies the sender.":
    "Usuń z adresu nazwę użytkownika i hasło. Nadawcę potwierdza podpis.",
  "Remove the part from # on. It is never sent.": "Usuń część od znaku #. Nigdy nie jest wysyłana.",
  "{host} is a metadata service, not an endpoint.":
    "{host} to usługa metadanych, a nie punkt odbioru.",
  "{host} is a private hostname. Use a public one.":
    "{host} to nazwa z sieci prywatnej. Użyj publicznej.",
  "{address} is not a public address; webhooks go to public addresses only.":
    "{address} nie jest adresem publicznym; webhooki trafiają tylko na adresy publiczne.",
  "Use port 443, 8443, 80, or 8080.": "Użyj portu 443, 8443, 80 lub 8080.",
  "Webhook endpoint not found.": "Nie znaleziono punktu odbioru.",
  "The endpoint could not be created.": "Nie udało się utworzyć punktu odbioru.",
  "An account has at most {count} webhook endpoints. Delete one first.":
    "Konto może mieć najwyżej {count} punktów odbioru. Najpierw usuń któryś z nich.",
  "This endpoint has no delivery of this event.":
    "Ten punkt odbioru nie ma dostarczenia tego zdarzenia.",
  "This endpoint is disabled. Enable it first.":
    "Ten punkt odbioru jest wyłączony. Najpierw go włącz.",
  "No events are left to replay: they were replayed in the meantime.":
    "Nie ma zdarzeń do ponownego wysłania: w międzyczasie wysłano je ponownie.",
  "Enter an ISO 8601 time with a time zone.": "Podaj czas ISO 8601 ze strefą.",
  "Choose a day and a time.": "Wybierz dzień i godzinę.",
  "dry_run must be true or false.": "dry_run to true albo false.",
  "Enter exactly one of event_id, failed_since, and missing_since.":
    "Podaj dokładnie jedno z pól event_id, failed_since i missing_since.",
  "Paste the request's headers, one per line.": "Wklej nagłówki żądania, po jednym w wierszu.",
  "Paste the headers only.": "Wklej same nagłówki.",
  "Paste the request's body.": "Wklej treść żądania.",
  "The body is too long.": "Treść jest za długa.",
  "The secret must be text.": "Klucz musi być tekstem.",
  "The secret is too long.": "Klucz jest za długi.",
  "The whsec_ prefix is missing. Most libraries need the whole secret.":
    "Brakuje początkowego whsec_. Większość bibliotek potrzebuje całego klucza.",
  "This isn't a secret of this endpoint. Use the one shown on its page.":
    "To nie jest klucz tego punktu odbioru. Użyj klucza widocznego na jego stronie.",
  "The signature is valid.": "Podpis jest prawidłowy.",
  "The signature is valid, but its time is {age} s old; receivers accept at most 300 s. Check the receiver's clock, or that the request was not kept and verified later.":
    "Podpis jest prawidłowy, ale ma już {age} s; odbiorcy dopuszczają 300 s. Sprawdź zegar odbiorcy oraz to, czy żądanie nie czekało na sprawdzenie.",
  "The signature is valid, but its time is {age} s ahead; receivers accept at most 300 s. Check the receiver's clock, or that the request was not kept and verified later.":
    "Podpis jest prawidłowy, ale jego czas jest o {age} s za późny; odbiorcy dopuszczają 300 s. Sprawdź zegar odbiorcy oraz to, czy żądanie nie czekało na sprawdzenie.",
  "The body was parsed and re-serialized before verification: same JSON, different bytes. Verify the raw body before any JSON middleware.":
    "Treść odczytano i zapisano od nowa przed sprawdzeniem: ten sam JSON, inne bajty. Sprawdzaj surową treść, zanim przetworzy ją biblioteka JSON.",
  "The header webhook-id names {id}, the body is {other}. Headers and body come from different requests.":
    "Nagłówek webhook-id wskazuje {id}, a treść to {other}. Nagłówki i treść pochodzą z różnych żądań.",
  "It was signed with another secret, or the body is not what was sent. Compare the endpoint's secret with the one your receiver uses, including the whsec_ prefix.":
    "Podpisano innym kluczem albo treść różni się od wysłanej. Porównaj klucz punktu odbioru z tym, którego używa odbiorca, razem z whsec_.",
  "The header {name} is missing.": "Brakuje nagłówka {name}.",
  "webhook-timestamp is {time}. It must be whole seconds since 1970.":
    "webhook-timestamp to {time}. Muszą to być pełne sekundy od 1970 roku.",
  "webhook-signature has no part of the form v1,<44 characters of base64>.":
    "webhook-signature nie zawiera części w postaci v1,<44 znaki base64>.",
};
