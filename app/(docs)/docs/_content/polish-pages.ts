import type { DocsPage } from "./pages";

/** The names of the groups of pages in Polish. */
export const polishGroups: Record<string, string> = {
  Start: "Początek",
  Sending: "Wysyłanie",
  Reliability: "Niezawodność",
  Recipes: "Przepisy",
  "Run it": "Utrzymanie",
};

/** Every page that exists in Polish. The text of each is `pl/<slug>.md`. */
export const polishPages: Record<string, Omit<DocsPage, "slug">> = {
  "quick-start": {
    title: "Szybki start",
    description: "Od pustego konta do doręczonej wiadomości w pięć minut.",
    keywords: "SDK biblioteka pierwsza wiadomość",
  },
  authentication: {
    title: "Uwierzytelnianie",
    description:
      "Tokeny: produkcyjne i testowe, uprawnienia, ważność, adresy IP, wymiana i unieważnianie.",
    keywords: "klucz API autoryzacja logowanie",
  },
  send: {
    title: "Wyślij wiadomość",
    description: "POST /api/sms: pola, odpowiedź i błędy.",
    keywords: "wysyłanie SMS koszt zwrot",
  },
  webhooks: {
    title: "Webhooki",
    description:
      "Podpisane zdarzenia, gdy wiadomość ma status końcowy: dodaj punkt odbioru i sprawdź podpis.",
    keywords: "webhook powiadomienia callback",
  },
  idempotency: {
    title: "Idempotencja",
    description: "Powtarzaj żądanie, ile razy potrzebujesz. Wiadomość zostanie wysłana raz.",
    keywords: "ponawianie ponów duplikat",
  },
  errors: {
    title: "Błędy",
    description: "Każdy kod błędu API, jego znaczenie i co z nim zrobić.",
    keywords: "błąd status HTTP",
  },
  agents: {
    title: "Agenci AI",
    description:
      "Narzędzia dla asystentów przez Model Context Protocol: wycena, potwierdzenie, wysyłka, śledzenie.",
    keywords: "MCP LLM asystent sztuczna inteligencja narzędzia",
  },
  "test-mode": {
    title: "Tryb testowy",
    description:
      "Tokeny, które nic nie kosztują, i numery, które na życzenie zawodzą lub dostają wiadomość z opóźnieniem.",
    keywords: "test symulator piaskownica",
  },
  libraries: {
    title: "Biblioteki",
    description:
      "TypeScript, Python, PHP i Go bez zależności: ponowienia, listy, podpisy, zdarzenia na twoim komputerze.",
    keywords: "klient pakiet npm pip composer listen tunel localhost",
  },
  segments: {
    title: "Segmenty i kodowanie",
    description: "Które znaki się mieszczą, jak treść dzieli się na segmenty i ile to kosztuje.",
    keywords: "polskie znaki długość SMS cena",
  },
  billing: {
    title: "Wyciągi i faktury",
    description: "Miesięczne wyciągi z kredytów w PDF i CSV oraz faktura za każdy zakup.",
    keywords: "rozliczenia księgowość VAT NIP potwierdzenie płatność",
  },
  "contacts-and-templates": {
    title: "Kontakty i szablony",
    description: "Zapisuj treści ze zmiennymi oraz osoby, do których je wysyłasz.",
    keywords: "książka adresowa grupa personalizacja zmienne RODO usunięcie danych",
  },
  replies: {
    title: "Odpowiedzi i rezygnacje",
    description: "Odbieraj wiadomości z telefonów i nie pisz do tych, którzy odpisali STOP.",
    keywords: "przychodzące dwukierunkowe wypisanie lista wykluczeń",
  },
  numbers: {
    title: "Sprawdź numer",
    description:
      "Czy numer jest prawidłowy, jaki ma typ i kraj, czyj jest jego zakres i czy ma rezygnację.",
    keywords: "walidacja weryfikacja numeru telefonu lookup HLR operator E.164 format",
  },
  twilio: {
    title: "API Twilio",
    description:
      "Wysyłaj klientem API Twilio: co tu obsługuje, jakie zwraca błędy i jak działa StatusCallback.",
    keywords: "migracja przejście zgodność AccountSid AuthToken Messages.json SDK",
  },
  campaigns: {
    title: "Kampanie",
    description:
      "Jedna treść ze zmiennymi do listy, pliku ze 100 000 wierszy albo grupy: sprawdź, wyślij, śledź, wstrzymaj.",
    keywords: "newsletter marketing CSV XLSX arkusz plik wysyłka masowa",
  },
  messages: {
    title: "Śledź wiadomość",
    description: "Statusy wiadomości, jej historia oraz lista i filtry wiadomości.",
    keywords: "status raport doręczenia",
  },
  scheduling: {
    title: "Planowanie",
    description:
      "Zaplanuj wysyłkę do 35 dni naprzód. Zmień termin lub anuluj wiadomość, dopóki nie została wysłana.",
    keywords: "termin harmonogram później",
  },
  bulk: {
    title: "Wysyłka masowa",
    description: "Do 10 000 wiadomości w jednym żądaniu, każda przyjęta lub odrzucona osobno.",
    keywords: "batch kampania wiele wiadomości",
  },
  "webhook-deliveries": {
    title: "Dostarczanie webhooków",
    description:
      "Jak ponawiane są zdarzenia, co zawiera dziennik, jak wysłać je ponownie i jak testować.",
    keywords: "ponawianie retry dziennik",
  },
  "rate-limits": {
    title: "Limity żądań",
    description: "Ile żądań i wiadomości może wysłać konto i co mówią nagłówki.",
    keywords: "rate limit 429 przepustowość",
  },
  reasons: {
    title: "Przyczyny",
    description: "Każdy kod w polach reason i wait_reason oraz co z nim zrobić.",
    keywords: "powód błąd niedoręczenia",
  },
  verify: {
    title: "Zweryfikuj numer",
    description:
      "Wyślij kod i sprawdź go: twój serwer zapisuje identyfikator i nigdy nie widzi kodu.",
    keywords: "weryfikacja telefonu logowanie drugi składnik 2FA",
  },
  "one-time-codes": {
    title: "Kody jednorazowe",
    description: "Kody logowania SMS-em: tworzenie, wysyłanie i sprawdzanie.",
    keywords: "OTP 2FA MFA PIN weryfikacja kod",
  },
  "order-updates": {
    title: "Powiadomienia o zamówieniach",
    description: "Powiadom klienta raz o każdej zmianie zamówienia, nawet po awarii procesu.",
    keywords: "sklep wysyłka status zamówienia",
  },
  "self-hosting": {
    title: "Własny serwer",
    description:
      "Jedno polecenie, wszystkie ustawienia, własny PostgreSQL, twój dostawca, stan usługi i audyt.",
    keywords: "instalacja hosting konfiguracja",
  },
  deploy: {
    title: "Wdrożenie",
    description: "Z Docker Compose, systemd lub Kubernetes, w kilku procesach, za nginx lub Caddy.",
    keywords: "kontener obraz Dockerfile k8s produkcja TLS",
  },
  "backup-and-upgrade": {
    title: "Kopie zapasowe i aktualizacja",
    description: "Po jednym poleceniu: kopia podczas pracy, przywracanie, aktualizacja.",
    keywords: "backup odtwarzanie migracja pg_dump",
  },
  monitoring: {
    title: "Monitoring",
    description:
      "Sprawdzanie stanu, wartości dla Prometheusa, alarmy e-mailem i webhookiem, ślady.",
    keywords: "metryki Grafana alerty OpenTelemetry OTLP śledzenie",
  },
  "own-phone": {
    title: "Własny telefon jako dostawca",
    description: "Od telefonu z Androidem i kartą SIM do doręczonej wiadomości w dziesięć minut.",
    keywords: "Android SIM bramka GSM modem sms-gate",
  },
  carriers: {
    title: "Dostawcy i trasy",
    description:
      "carriers.json: rodzaje dostawców i ich ustawienia, trasy, sekrety, przełączanie i tempo.",
    keywords: "SMPP Twilio Vonage SMSAPI operator routing",
  },
  versioning: {
    title: "Wersjonowanie",
    description: "Co się nie zmienia, co może się zmienić i jak zapowiadane są zmiany.",
    keywords: "wersja API zgodność",
  },
};
