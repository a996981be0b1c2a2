import { sentences } from "../core/sentence";

/** What is said of the requests of the API that create, change, and fill campaigns. */
export const campaignRequestSentences = sentences("campaign-requests", {
  noRecipients: ({ max }: { max: number }) => ({
    en: `recipients must be a list of 1 to ${max} entries, each {"to": "48732129000"}. Upload larger lists as a file.`,
    pl: `recipients to lista od 1 do ${max} pozycji, każda w postaci {"to": "48732129000"}. Dłuższe listy prześlij w pliku.`,
  }),
  wrongRecipient: ({ index }: { index: number }) => ({
    en: `recipients[${index}] must be an object with "to", and "variables" and "client_ref" if you like.`,
    pl: `recipients[${index}] to obiekt z polem „to”, a opcjonalnie „variables” i „client_ref”.`,
  }),
  wrongVariables: ({ index, max }: { index: number; max: number }) => ({
    en: `variables of recipients[${index}] must be an object of names and texts of at most ${max} characters.`,
    pl: `variables w recipients[${index}] to obiekt z nazwami i tekstami o długości do ${max} znaków.`,
  }),
  wrongVariableName: ({ index, name }: { index: number; name: string }) => ({
    en: `recipients[${index}] has a variable “${name}”. A name has up to 40 letters, digits, and underscores, and no digit first.`,
    pl: `recipients[${index}] zawiera zmienną „${name}”. Nazwa ma do 40 liter, cyfr i podkreśleń i nie zaczyna się od cyfry.`,
  }),
  tooManyVariables: ({ max }: { max: number }) => ({
    en: `The recipients have more than ${max} different variables.`,
    pl: `Odbiorcy mają więcej niż ${max} różnych zmiennych.`,
  }),
  oneSource: {
    en: "Send either recipients or group_id, not both.",
    pl: "Podaj recipients albo group_id, nie oba naraz.",
  },
  noSource: {
    en: "Send recipients or group_id. Without either, set start to false and upload a file.",
    pl: "Podaj recipients albo group_id. Bez nich ustaw start na false i prześlij plik.",
  },
  oneText: {
    en: "Send either body or template_id, not both.",
    pl: "Podaj body albo template_id, nie oba naraz.",
  },
  noText: {
    en: "Send the text in body, or a template_id.",
    pl: "Podaj treść w body albo template_id.",
  },
  noSender: {
    en: "Send from: a name of up to 11 characters, or a phone number.",
    pl: "Podaj from: nazwę do 11 znaków albo numer.",
  },
  noName: {
    en: "Send a name of 1 to 80 characters. Recipients don't see it.",
    pl: "Podaj nazwę o długości od 1 do 80 znaków. Odbiorcy jej nie widzą.",
  },
  wrongName: {
    en: "The name has a character that cannot be stored.",
    pl: "W nazwie jest znak, którego nie da się zapisać.",
  },
  wrongCountry: {
    en: "default_country is two letters, such as PL.",
    pl: "default_country to dwie litery, na przykład PL.",
  },
  wrongRate: ({ max }: { max: number }) => ({
    en: `rate is a whole number of messages per second, from 1 to ${max}.`,
    pl: `rate to liczba wiadomości na sekundę, całkowita, od 1 do ${max}.`,
  }),
  wrongQuietHours: {
    en: 'quiet_hours are two different times of day, such as {"from": "21:00", "until": "08:00"}.',
    pl: 'quiet_hours to dwie różne godziny, na przykład {"from": "21:00", "until": "08:00"}.',
  },
  wrongMapping: {
    en: "mapping has an entry for each column: \"to\" once, the name of a variable, or null.",
    pl: "mapping ma pozycję dla każdej kolumny: raz „to”, nazwę zmiennej albo null.",
  },
  nothingToChange: {
    en: "Send at least one field to change.",
    pl: "Podaj co najmniej jedno pole do zmiany.",
  },
  wrongFlag: ({ name }: { name: string }) => ({
    en: `${name} must be true or false.`,
    pl: `${name} to true albo false.`,
  }),
  dryRunOfFile: {
    en: "A dry run needs recipients or group_id.",
    pl: "Próba bez wysyłki wymaga recipients albo group_id.",
  },
  wrongStatus: ({ statuses }: { statuses: string }) => ({
    en: `Unknown status. Statuses: ${statuses}.`,
    pl: `Nieznany status. Statusy: ${statuses}.`,
  }),
  wrongLimit: {
    en: "limit must be a whole number from 1 to 1000.",
    pl: "limit to liczba całkowita od 1 do 1000.",
  },
  wrongCursor: {
    en: "Invalid cursor. Use next_cursor from the previous page.",
    pl: "Nieprawidłowy kursor. Użyj next_cursor z poprzedniej strony.",
  },
  wrongCampaignId: {
    en: "This is no campaign ID.",
    pl: "To nie jest identyfikator kampanii.",
  },
  stillChecking: {
    en: "The rows are still being checked. Nothing was sent; repeat the request.",
    pl: "Wiersze są jeszcze sprawdzane. Nic nie wysłano; powtórz żądanie.",
  },
  nobody: {
    en: "No row can be sent. Nothing was stored.",
    pl: "Żadnego wiersza nie da się wysłać. Niczego nie zapisano.",
  },
});
