import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import type { NumberProblem } from "@/lib/numbers/contract";

type ProblemWords = Record<NumberProblem, (count: number) => string>;

const enNumbers = (count: number) => countWords("en", count, { one: "number", other: "numbers" });
/** As in "1 number is", "2 numbers are". */
const enAs = (count: number, one: string, other: string) =>
  `${enNumbers(count)} ${count === 1 ? one : other}`;

const enProblems: ProblemWords = {
  no_country_code: (count) => enAs(count, "has no country code", "have no country code"),
  ambiguous: (count) => enAs(count, "could be of two countries", "could be of two countries"),
  no_mobile_digit: (count) =>
    enAs(count, "is missing the 9 of a mobile number", "are missing the 9 of a mobile number"),
  wrong_length: (count) => enAs(count, "has a wrong length", "have a wrong length"),
  landline: (count) => enAs(count, "is a landline", "are landlines"),
  no_such_country: (count) =>
    enAs(count, "has an unknown country code", "have an unknown country code"),
  spreadsheet: (count) =>
    enAs(count, "was changed by a spreadsheet", "were changed by a spreadsheet"),
  not_a_number: (count) =>
    countWords("en", count, { one: "entry is not a number", other: "entries are not numbers" }),
};

const en = {
  list: "Recipients",
  count: (count: number) => countWords("en", count, { one: "recipient", other: "recipients" }),
  reached: (reachable: number, count: number) =>
    `${numberWords("en", reachable)} of ${numberWords("en", count)} can be reached`,
  corrected: (count: number) => `${enNumbers(count)} corrected`,
  duplicates: (count: number) =>
    `${countWords("en", count, { one: "duplicate", other: "duplicates" })} removed`,
  texts: (count: number, first: string) =>
    count === 1
      ? `“${first}” is not a number and is ignored`
      : `${numberWords("en", count)} texts, such as “${first}”, are not numbers and are ignored`,
  checking: "Checking the numbers…",
  none: "None of these numbers can be reached.",
  tooMany: (most: number, count: number) =>
    `You can paste up to ${numberWords("en", most)} numbers, these are ${numberWords("en", count)}. For more, upload a file to a campaign.`,
  tooLong: "This list is too long to be pasted. Upload it as a file to a campaign.",
  pasted: (count: number) => `Pasted list: ${enNumbers(count)}`,
  clear: "Remove the list",
  sentTo: (number: string) => `The message will be sent to ${number}.`,
  remove: (number: string) => `Remove ${number}`,
  problems: enProblems,
  more: (count: number) => `and ${numberWords("en", count)} more`,
  addCode: (code: string, count: number) => `Add country code ${code} to ${enNumbers(count)}`,
  addPlus: (count: number) => `Keep ${enNumbers(count)} as written, with a plus`,
  addMobileDigit: (count: number) => `Add the 9 to ${enNumbers(count)}`,
  removeAll: (count: number) => `Remove ${enNumbers(count)}`,
  setDefault: "Set a default country",
};

const plNumbers = (count: number) =>
  countWords("pl", count, { one: "numer", few: "numery", many: "numerów", other: "numeru" });
/** As in "1 numer ma", "2 numery mają", "5 numerów ma". */
const plAs = (count: number, one: string, few: string) =>
  countWords("pl", count, {
    one: `numer ${one}`,
    few: `numery ${few}`,
    many: `numerów ${one}`,
    other: `numeru ${one}`,
  });

const plProblems: ProblemWords = {
  no_country_code: (count) =>
    plAs(count, "nie ma numeru kierunkowego kraju", "nie mają numeru kierunkowego kraju"),
  ambiguous: (count) => plAs(count, "pasuje do dwóch krajów", "pasują do dwóch krajów"),
  no_mobile_digit: (count) =>
    plAs(count, "nie ma cyfry 9 numeru komórkowego", "nie mają cyfry 9 numeru komórkowego"),
  wrong_length: (count) => plAs(count, "ma złą liczbę cyfr", "mają złą liczbę cyfr"),
  landline: (count) =>
    countWords("pl", count, {
      one: "numer stacjonarny",
      few: "numery stacjonarne",
      many: "numerów stacjonarnych",
      other: "numeru stacjonarnego",
    }),
  no_such_country: (count) =>
    plAs(count, "ma nieznany numer kierunkowy kraju", "mają nieznany numer kierunkowy kraju"),
  spreadsheet: (count) =>
    countWords("pl", count, {
      one: "numer zmieniony przez arkusz",
      few: "numery zmienione przez arkusz",
      many: "numerów zmienionych przez arkusz",
      other: "numeru zmienionego przez arkusz",
    }),
  not_a_number: (count) =>
    countWords("pl", count, {
      one: "wpis nie jest numerem",
      few: "wpisy nie są numerami",
      many: "wpisów nie jest numerami",
      other: "wpisu nie jest numerem",
    }),
};

/** What the recipients field says of the numbers in it. */
export const recipientWords: Words<typeof en> = {
  en,
  pl: {
    list: "Odbiorcy",
    count: (count) => countWords("pl", count, { one: "odbiorca", other: "odbiorców" }),
    reached: (reachable, count) =>
      `osiągalne: ${numberWords("pl", reachable)} z ${numberWords("pl", count)}`,
    corrected: (count) => `poprawiono ${plNumbers(count)}`,
    duplicates: (count) =>
      `pominięto ${countWords("pl", count, { one: "powtórzenie", few: "powtórzenia", many: "powtórzeń", other: "powtórzenia" })}`,
    texts: (count, first) =>
      count === 1
        ? `pominięto „${first}”, bo to nie numer`
        : `pominięto ${countWords("pl", count, { one: "tekst", few: "teksty", many: "tekstów", other: "tekstu" })}, np. „${first}”, bo to nie numery`,
    checking: "Sprawdzanie numerów…",
    none: "Żaden z tych numerów nie odbierze SMS-a.",
    tooMany: (most, count) =>
      `Możesz wkleić najwyżej ${numberWords("pl", most)} numerów, a tu jest ich ${numberWords("pl", count)}. Większą listę prześlij jako plik w kampanii.`,
    tooLong: "Ta lista jest za długa do wklejenia. Prześlij ją jako plik w kampanii.",
    pasted: (count) => `Wklejona lista: ${plNumbers(count)}`,
    clear: "Usuń listę",
    sentTo: (number) => `Wiadomość zostanie wysłana na ${number}.`,
    remove: (number) => `Usuń ${number}`,
    problems: plProblems,
    more: (count) => `i jeszcze ${numberWords("pl", count)}`,
    addCode: (code, count) => `Dodaj numer kierunkowy ${code} (${plNumbers(count)})`,
    addPlus: (count) => `Zostaw bez zmian, z plusem (${plNumbers(count)})`,
    addMobileDigit: (count) => `Dodaj cyfrę 9 (${plNumbers(count)})`,
    removeAll: (count) => `Usuń ${plNumbers(count)}`,
    setDefault: "Ustaw kraj domyślny",
  },
};
