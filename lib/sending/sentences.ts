import { sentences } from "../core/sentence";

/** The limit that was hit. */
export type Limit = {
  quota: number;
  /** The length of the window, in seconds. */
  window: number;
  /** When it makes sense to ask again. */
  seconds: number;
};

/** What is said of a message, a batch, or a text to many that is not accepted. */
export const sendingSentences = sentences("sending", {
  suspended: { en: "This account is suspended.", pl: "To konto jest zawieszone." },
  noRow: { en: "An accepted message has no row.", pl: "Nie odnaleziono przyjętej wiadomości." },
  noResult: {
    en: "A message was left without a result.",
    pl: "Jedna z wiadomości została bez wyniku.",
  },
  inProgress: {
    en: "Another request of this account is still in progress.",
    pl: "Inne żądanie tego konta jeszcze trwa. Spróbuj ponownie za chwilę.",
  },
  usedKey: {
    en: "This idempotency key was used for a different request. Use a new key for a new message.",
    pl: "Tego klucza idempotencji użyto już w innym żądaniu. Użyj nowego klucza dla nowej wiadomości.",
  },
  tooFewCredits: ({ required, available }: { required: number; available: number }) => ({
    en: `This costs ${required} ${required === 1 ? "credit" : "credits"}, but your balance is ${available}. Nothing was sent.`,
    pl: `${required === 1 ? "Koszt to 1 kredyt" : `Koszt w kredytach: ${required}`}, a saldo wynosi ${available}. Nic nie wysłano.`,
  }),
  limitReached: ({ required, available }: { required: number; available: number }) => ({
    en: `This costs ${required} ${required === 1 ? "credit" : "credits"}, but the token may spend only ${available} more today (UTC). Nothing was sent.`,
    pl: `${required === 1 ? "Koszt to 1 kredyt" : `Koszt w kredytach: ${required}`}, a token może dziś (UTC) wydać jeszcze tylko ${available}. Nic nie wysłano.`,
  }),
  tooManyMessages: ({ quota, window, seconds }: Limit) => ({
    en: `More than ${quota} messages in ${window} s. Wait ${seconds} s.`,
    pl: `Więcej niż ${quota} wiadomości w ciągu ${window} s. Odczekaj ${seconds} s.`,
  }),
  tooManyRequests: ({ quota, window, seconds }: Limit) => ({
    en: `Rate limit exceeded: ${quota} requests per ${window} s. Retry in ${seconds} s.`,
    pl: `Więcej niż ${quota} żądań w ciągu ${window} s. Odczekaj ${seconds} s.`,
  }),
  tooLongList: ({ max }: { max: number }) => ({
    en: `You can paste up to ${max} numbers. For more, upload a file to a campaign.`,
    pl: `Możesz wkleić najwyżej ${max} numerów. Jeśli masz ich więcej, prześlij plik w kampanii.`,
  }),
  unfilled: {
    en: "The text has variables in braces. Fill them in, or send it as a campaign, where the values differ from person to person.",
    pl: "W treści są zmienne w nawiasach. Wpisz ich wartości albo wyślij ją jako kampanię, gdzie każda osoba ma swoje wartości.",
  },
  wrongBatch: ({ max }: { max: number }) => ({
    en: `messages must be a list of 1 to ${max} messages.`,
    pl: `messages to lista od 1 do ${max} wiadomości.`,
  }),
  testNumber: ({ code }: { code: string }) => ({
    en: `Test number: it always returns ${code}.`,
    pl: `Numer testowy: zawsze zwraca ${code}.`,
  }),
});
