import { sentences } from "../core/sentence";

/** What is said of an endpoint, its URL, and a signature that a receiver rejects. */
export const webhookSentences = sentences("webhooks", {
  notFound: { en: "Webhook endpoint not found.", pl: "Nie znaleziono punktu odbioru." },
  notCreated: {
    en: "The endpoint could not be created.",
    pl: "Nie udało się utworzyć punktu odbioru.",
  },
  tooMany: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} webhook endpoints. Delete one first.`,
    pl: `Konto może mieć najwyżej ${max} punktów odbioru. Najpierw usuń któryś z nich.`,
  }),
  noUrl: {
    en: "Enter the URL of your endpoint, such as https://example.com/hooks.",
    pl: "Podaj URL punktu odbioru, na przykład https://example.com/hooks.",
  },
  longUrl: ({ max }: { max: number }) => ({
    en: `The URL may have at most ${max} characters.`,
    pl: `URL może mieć najwyżej ${max} znaków.`,
  }),
  notAUrl: {
    en: "Invalid URL. Use a URL such as https://example.com/hooks.",
    pl: "Nieprawidłowy URL. Użyj adresu takiego jak https://example.com/hooks.",
  },
  notHttps: { en: "Use an https:// URL.", pl: "Użyj adresu https://." },
  hasPassword: {
    en: "Remove the username and password from the URL. The signature identifies the sender.",
    pl: "Usuń z adresu nazwę użytkownika i hasło. Nadawcę potwierdza podpis.",
  },
  hasFragment: {
    en: "Remove the part from # on. It is never sent.",
    pl: "Usuń część od znaku #. Nigdy nie jest wysyłana.",
  },
  metadata: ({ host }: { host: string }) => ({
    en: `${host} is a metadata service, not an endpoint.`,
    pl: `${host} to usługa metadanych, a nie punkt odbioru.`,
  }),
  privateName: ({ host }: { host: string }) => ({
    en: `${host} is a private hostname. Use a public one.`,
    pl: `${host} to nazwa z sieci prywatnej. Użyj publicznej.`,
  }),
  notPublic: ({ address }: { address: string }) => ({
    en: `${address} is not a public address; webhooks go to public addresses only.`,
    pl: `${address} nie jest adresem publicznym; webhooki trafiają tylko na adresy publiczne.`,
  }),
  wrongPort: {
    en: "Use port 443, 8443, 80, or 8080.",
    pl: "Użyj portu 443, 8443, 80 lub 8080.",
  },
  wrongEvent: ({ names }: { names: string }) => ({
    en: `The events are ${names}.`,
    pl: `Zdarzenia to ${names}.`,
  }),
  noAlarms: {
    en: "Only a live endpoint of an administrator's account can subscribe to carrier.alarm.",
    pl: "Zdarzenie carrier.alarm może subskrybować tylko produkcyjny punkt odbioru konta administratora.",
  },
  noEventList: { en: "Enter a list of events.", pl: "Podaj listę zdarzeń." },
  noEvent: { en: "Choose at least one event.", pl: "Wybierz co najmniej jedno zdarzenie." },
  repeatedEvent: { en: "List each event once.", pl: "Podaj każde zdarzenie tylko raz." },
  descriptionNotText: { en: "The description must be text.", pl: "Opis musi być tekstem." },
  wrongListen: { en: "listen is true or false.", pl: "listen to true albo false." },
  noListener: {
    en: "Events are sent to this endpoint's URL. Only a listener can request them.",
    pl: "Zdarzenia trafiają na URL tego punktu odbioru. Pobierać je może tylko nasłuch.",
  },
  listenerDisabled: {
    en: "This listener is disabled. Enable it, or start a new one.",
    pl: "Ten nasłuch jest wyłączony. Włącz go albo uruchom nowy.",
  },
  listens: {
    en: "This is a listener: its program requests events, and nothing is sent to its URL.",
    pl: "To nasłuch: zdarzenia pobiera jego program i nic nie trafia na jego URL.",
  },
  wrongEnabled: { en: "enabled is true or false.", pl: "enabled to true albo false." },
  noHeaders: {
    en: "Paste the request's headers, one per line.",
    pl: "Wklej nagłówki żądania, po jednym w wierszu.",
  },
  longHeaders: { en: "Paste the headers only.", pl: "Wklej same nagłówki." },
  noBody: { en: "Paste the request's body.", pl: "Wklej treść żądania." },
  longBody: { en: "The body is too long.", pl: "Treść jest za długa." },
  secretNotText: { en: "The secret must be text.", pl: "Klucz musi być tekstem." },
  longSecret: { en: "The secret is too long.", pl: "Klucz jest za długi." },
  noPrefix: {
    en: "The whsec_ prefix is missing. Most libraries need the whole secret.",
    pl: "Brakuje początkowego whsec_. Większość bibliotek potrzebuje całego klucza.",
  },
  otherEndpoint: {
    en: "This isn't a secret of this endpoint. Use the one shown on its page.",
    pl: "To nie jest klucz tego punktu odbioru. Użyj klucza widocznego na jego stronie.",
  },
  valid: { en: "The signature is valid.", pl: "Podpis jest prawidłowy." },
  tooOld: ({ seconds }: { seconds: number }) => ({
    en: `The signature is valid, but its time is ${seconds} s old; receivers accept at most 300 s. Check the receiver's clock, or that the request was not kept and verified later.`,
    pl: `Podpis jest prawidłowy, ale ma już ${seconds} s; odbiorcy dopuszczają 300 s. Sprawdź zegar odbiorcy oraz to, czy żądanie nie czekało na sprawdzenie.`,
  }),
  ahead: ({ seconds }: { seconds: number }) => ({
    en: `The signature is valid, but its time is ${seconds} s ahead; receivers accept at most 300 s. Check the receiver's clock, or that the request was not kept and verified later.`,
    pl: `Podpis jest prawidłowy, ale jego czas jest o ${seconds} s za późny; odbiorcy dopuszczają 300 s. Sprawdź zegar odbiorcy oraz to, czy żądanie nie czekało na sprawdzenie.`,
  }),
  reserialized: {
    en: "The body was parsed and re-serialized before verification: same JSON, different bytes. Verify the raw body before any JSON middleware.",
    pl: "Treść odczytano i zapisano od nowa przed sprawdzeniem: ten sam JSON, inne bajty. Sprawdzaj surową treść, zanim przetworzy ją biblioteka JSON.",
  },
  otherBody: ({ id, bodyId }: { id: string; bodyId: string }) => ({
    en: `The header webhook-id names ${id}, the body is ${bodyId}. Headers and body come from different requests.`,
    pl: `Nagłówek webhook-id wskazuje ${id}, a treść to ${bodyId}. Nagłówki i treść pochodzą z różnych żądań.`,
  }),
  otherSecret: {
    en: "It was signed with another secret, or the body is not what was sent. Compare the endpoint's secret with the one your receiver uses, including the whsec_ prefix.",
    pl: "Podpisano innym kluczem albo treść różni się od wysłanej. Porównaj klucz punktu odbioru z tym, którego używa odbiorca, razem z whsec_.",
  },
  noHeader: ({ name }: { name: string }) => ({
    en: `The header ${name} is missing.`,
    pl: `Brakuje nagłówka ${name}.`,
  }),
  wrongTimestamp: ({ time }: { time: string }) => ({
    en: `webhook-timestamp is ${time}. It must be whole seconds since 1970.`,
    pl: `webhook-timestamp to ${time}. Muszą to być pełne sekundy od 1970 roku.`,
  }),
  tooManyHosts: ({ max }: { max: number }) => ({
    en: `Live messages of an account can report to ${max} hosts, and test messages to ${max} more. Use one of those they report to already.`,
    pl: `Prawdziwe wiadomości jednego konta mogą zgłaszać status najwyżej ${max} serwerom, a testowe kolejnym ${max}. Użyj jednego z dotychczasowych.`,
  }),
  noSignature: {
    en: "webhook-signature has no part of the form v1,<44 characters of base64>.",
    pl: "webhook-signature nie zawiera części w postaci v1,<44 znaki base64>.",
  },
});
