import { sentences } from "../core/sentence";
import type { CampaignStatus } from "./contract";

/** Each as in "Kampania jest …". */
const inPolish: Record<CampaignStatus, string> = {
  draft: "jeszcze szkicem",
  scheduled: "zaplanowana",
  running: "w toku",
  paused: "wstrzymana",
  finished: "zakończona",
  cancelled: "anulowana",
};

/** What is said of a campaign and its rows. */
export const campaignSentences = sentences("campaigns", {
  notFound: { en: "Campaign not found.", pl: "Nie znaleziono kampanii." },
  wrongName: { en: "Enter a name.", pl: "Podaj nazwę." },
  longName: {
    en: "The name may have at most 80 characters.",
    pl: "Nazwa może mieć najwyżej 80 znaków.",
  },
  wrongText: {
    en: "Write a variable as {{first_name}} or {{first_name|there}}: letters, digits, and underscores.",
    pl: "Zmienną zapisz jako {{imie}} albo {{imie|Kliencie}}: litery, cyfry i podkreślenia.",
  },
  longText: {
    en: "The text needs more than 10 segments.",
    pl: "Treść zajmuje więcej niż 10 segmentów.",
  },
  wrongCountry: {
    en: "Enter the code of a country, such as PL.",
    pl: "Podaj kod kraju, na przykład PL.",
  },
  wrongRate: ({ max }: { max: number }) => ({
    en: `The rate is a whole number of messages per second from 1 to ${max}.`,
    pl: `Tempo to całkowita liczba wiadomości na sekundę od 1 do ${max}.`,
  }),
  wrongTime: {
    en: "Enter a time such as 21:00.",
    pl: "Podaj godzinę, na przykład 21:00.",
  },
  noQuietHours: {
    en: "Quiet hours begin and end at different times.",
    pl: "Godziny ciszy muszą zaczynać się i kończyć o różnych porach.",
  },
  alwaysQuiet: ({ where }: { where: string }) => ({
    en: `With these quiet hours nothing could ever be sent to ${where}: its time zones are too far apart. Choose shorter ones.`,
    pl: `Przy tych godzinach ciszy nigdy nie byłoby kiedy wysłać do ${where}: strefy czasowe są tam zbyt odległe. Skróć je.`,
  }),
  wrongMapping: {
    en: "A column is the number (to), a variable of letters, digits, and underscores, or ignored.",
    pl: "Kolumna to numer (to), zmienna z liter, cyfr i podkreśleń albo kolumna pomijana.",
  },
  mappedTwice: {
    en: "Two columns have the same meaning.",
    pl: "Dwie kolumny mają to samo znaczenie.",
  },
  otherColumns: ({ count }: { count: number }) => ({
    en: `The file has ${count} columns. Choose a meaning for each.`,
    pl: `Liczba kolumn w pliku: ${count}. Określ znaczenie każdej z nich.`,
  }),
  noNumber: { en: "Enter the number of each recipient.", pl: "Podaj numer każdego odbiorcy." },
  noRecipients: { en: "Add recipients.", pl: "Dodaj odbiorców." },
  tooManyInline: ({ max }: { max: number }) => ({
    en: `A request has at most ${max} recipients. Upload a file for more.`,
    pl: `Jedno żądanie może mieć najwyżej ${max} odbiorców. Przy większej liczbie prześlij plik.`,
  }),
  tooManyRows: ({ max }: { max: number }) => ({
    en: `A campaign has at most ${max} rows.`,
    pl: `Kampania może mieć najwyżej ${max} wierszy.`,
  }),
  tooManyColumns: ({ max }: { max: number }) => ({
    en: `A file has at most ${max} columns.`,
    pl: `Plik może mieć najwyżej ${max} kolumn.`,
  }),
  longCell: ({ row, max }: { row: number; max: number }) => ({
    en: `Row ${row} has a cell of more than ${max} characters.`,
    pl: `W wierszu ${row} jest komórka dłuższa niż ${max} znaków.`,
  }),
  tooManyDrafts: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} drafts. Delete one first.`,
    pl: `Konto może mieć najwyżej ${max} szkiców. Najpierw usuń któryś z nich.`,
  }),
  tooManyKept: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} recipients in drafts and in campaigns that never started. Delete one first.`,
    pl: `Konto może mieć najwyżej ${max} odbiorców w szkicach i nierozpoczętych kampaniach. Najpierw usuń któryś z nich.`,
  }),
  wrongState: ({ status }: { status: CampaignStatus }) => ({
    en: `The campaign's status is ${status}, which does not allow this.`,
    pl: `Tego nie można teraz zrobić: kampania jest ${inPolish[status]}.`,
  }),
  onlyLater: {
    en: "After the start, only the name, the rate, and the quiet hours can change.",
    pl: "Po starcie można zmienić tylko nazwę, tempo i godziny ciszy.",
  },
  noTextLeft: {
    en: "The text of this campaign is no longer stored. Create a new campaign.",
    pl: "Treść tej kampanii nie jest już przechowywana. Utwórz nową kampanię.",
  },
  beingChecked: {
    en: "The campaign is still being checked. Retry in a moment.",
    pl: "Trwa jeszcze sprawdzanie kampanii. Spróbuj za chwilę.",
  },
  noText: { en: "Write the text.", pl: "Wpisz treść." },
  noNumberColumn: {
    en: "Choose the column with the numbers.",
    pl: "Wskaż kolumnę z numerami.",
  },
  nobody: {
    en: "None of the rows can be sent to.",
    pl: "Żaden wiersz nie nadaje się do wysyłki.",
  },
  noSample: {
    en: "No row can be sent as a sample.",
    pl: "Żaden wiersz nie nadaje się na próbkę.",
  },
});

/** Why nothing is sent to a row. */
export const rowSentences = sentences("campaigns", {
  noNumber: { en: "There is no number.", pl: "Brak numeru." },
  emptyText: { en: "The text would be empty.", pl: "Treść byłaby pusta." },
  invalid: {
    en: "This is not a number that can get an SMS.",
    pl: "To nie jest numer, na który można wysłać SMS.",
  },
  noCountryCode: { en: "The country code is missing.", pl: "Brak kodu kraju." },
  ambiguous: {
    en: "The number could be one here or one abroad. Write it with its country code.",
    pl: "Numer może być krajowy albo zagraniczny. Zapisz go z kodem kraju.",
  },
  wrongLength: {
    en: "The number has too few or too many digits.",
    pl: "Numer ma za mało albo za dużo cyfr.",
  },
  spreadsheet: {
    en: "A spreadsheet rounded the number, and digits are lost.",
    pl: "Arkusz zaokrąglił numer i zgubił cyfry.",
  },
  unsendable: {
    en: "The text has a character that cannot be sent.",
    pl: "W treści jest znak, którego nie da się wysłać.",
  },
  landline: { en: "This is a landline.", pl: "To numer stacjonarny." },
  duplicate: ({ row }: { row: string }) => ({
    en: `The same number as in row ${row}.`,
    pl: `Ten sam numer co w wierszu ${row}.`,
  }),
  optedOut: {
    en: "The recipient has opted out.",
    pl: "Odbiorca zrezygnował z wiadomości.",
  },
  missingVariable: ({ names }: { names: string }) => ({
    en: `No value for: ${names}.`,
    pl: `Brak wartości: ${names}.`,
  }),
  tooLong: {
    en: "The text needs more than 10 segments.",
    pl: "Treść zajmuje więcej niż 10 segmentów.",
  },
});

/** What is said of a request that makes a campaign with its people in one go. */
export const submitSentences = sentences("campaign-requests", {
  oneSource: {
    en: "Send recipients or group_id, not both.",
    pl: "Podaj recipients albo group_id, nie oba naraz.",
  },
  noSource: {
    en: "Send recipients or group_id, or set start to false and upload a file.",
    pl: "Podaj recipients albo group_id, albo ustaw start na false i prześlij plik.",
  },
  oneText: {
    en: "Send body or template_id, not both.",
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
  wrongFlag: ({ name }: { name: string }) => ({
    en: `${name} must be true or false.`,
    pl: `${name} to true albo false.`,
  }),
  nothingToChange: {
    en: "Send at least one field to change.",
    pl: "Podaj co najmniej jedno pole do zmiany.",
  },
  otherRequest: {
    en: "This idempotency key was used for another campaign.",
    pl: "Ten klucz idempotencji został użyty dla innej kampanii.",
  },
  stillChecking: {
    en: "The rows are still being checked. Nothing was sent. Repeat the request.",
    pl: "Trwa jeszcze sprawdzanie wierszy. Nic nie wysłano. Powtórz żądanie.",
  },
  rowCannotBeSent: ({ row, reason }: { row: number; reason: string }) => ({
    en: `Row ${row}: ${reason}`,
    pl: `Wiersz ${row}: ${reason}`,
  }),
});
