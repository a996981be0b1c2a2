import { sentences } from "../core/sentence";

interface Paid {
  paid: string;
  asked: string;
}

/** What is said of buying credits, and to Stripe about its events. */
export const paymentSentences = sentences("payments", {
  wrongAmount: ({ min, max }: { min: number; max: number }) => ({
    en: `Enter a whole number of credits from ${min} to ${max}.`,
    pl: `Podaj całkowitą liczbę kredytów od ${min} do ${max}.`,
  }),
  noPaymentPage: {
    en: "We couldn't open the payment page. You weren't charged. Try again in a minute.",
    pl: "Nie udało się otworzyć strony płatności. Nic nie pobrano. Spróbuj ponownie za minutę.",
  },
  notFound: { en: "This payment doesn't exist.", pl: "Nie ma takiej płatności." },
  notSold: {
    en: "This installation sells no credits.",
    pl: "Ta instalacja nie sprzedaje kredytów.",
  },
  stripeAway: {
    en: "Stripe did not respond to the payment lookup.",
    pl: "Stripe nie odpowiedział na zapytanie o płatność.",
  },
  otherAmount: ({ paid, asked }: Paid) => ({
    en: `The amount paid is ${paid}, not ${asked}.`,
    pl: `Zapłacono ${paid}, a nie ${asked}.`,
  }),
  wrongSignature: {
    en: "The signature is invalid or too old.",
    pl: "Podpis jest nieprawidłowy albo za stary.",
  },
});
