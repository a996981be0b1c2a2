import type { CampaignSummary, RowState } from "@/lib/campaigns/contract";
import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { amountWords } from "../amount-words";

/** What keeps a row from being sent to. */
export type Problem = Exclude<RowState, "unchecked" | "ready">;

type Cause = CampaignSummary["causes"][number];
type ProblemWords = Record<Problem, { title: string; repair: string }>;

const enProblems: ProblemWords = {
  empty: { title: "No number", repair: "The cell is empty." },
  invalid: {
    title: "Not a number that can be reached",
    repair: "Fix it in the file. If country codes are missing, choose a default country.",
  },
  landline: { title: "Landline", repair: "Landlines can't receive SMS." },
  duplicate: { title: "Duplicate", repair: "The first row with the number is kept." },
  opted_out: { title: "Opted out", repair: "They want no messages from this sender." },
  missing_variable: {
    title: "Missing value",
    repair: "Fill the cell, or give the variable a fallback: {{first_name|there}}.",
  },
  too_long: { title: "Text too long", repair: "With their values it takes more than 10 segments." },
};

const en = {
  title: "Check",
  first: {
    rows: "Add recipients first.",
    text: "Write the text first.",
    both: "Write the text and add recipients first.",
  },
  checking: "Checking the rows…",
  ready: (people: number) => `${amountWords.en.people(people)} will get a message`,
  reachable: (people: number) => `${amountWords.en.people(people)} can get a message`,
  left: (rows: number) => `${amountWords.en.rows(rows)} omitted`,
  allReady: "No row is omitted.",
  problems: enProblems,
  numbers: {
    no_country_code: "no country code",
    ambiguous: "could be of two countries",
    no_mobile_digit: "the 9 of a mobile number is missing",
    wrong_length: "wrong length",
    no_such_country: "unknown country code",
    spreadsheet: "changed by a spreadsheet",
    not_a_number: "not a number",
  } as Record<string, string>,
  repeats: (row: string) => `same as row ${row}`,
  row: (row: number) => `Row ${row}`,
  more: (count: number) => `and ${numberWords("en", count)} more`,
  rejects: "Download the omitted rows, with reasons",
  segments: "Segments per message",
  peopleWith: (people: number, segments: number) =>
    `${amountWords.en.people(people)} get ${amountWords.en.segments(segments)}`,
  cause: ({ people, segments, character, variable }: Cause) => {
    const verb = people === 1 ? "gets" : "get";
    const where = variable === null ? "the text" : `{{${variable}}}`;
    return `${amountWords.en.people(people)} ${verb} ${amountWords.en.segments(segments)} because of ‘${character}’ in ${where}.`;
  },
  severalCauses: "Anyone with several of these is counted with each.",
  cost: "Cost",
  credits: amountWords.en.credits,
  after: "Balance after",
  short: (missing: number) => `${amountWords.en.credits(missing)} too few`,
  topUp: "Top up",
  samples: "Sample messages",
  sampleOf: (row: number, segments: number) =>
    `Row ${numberWords("en", row)} · ${amountWords.en.segments(segments)}`,
  test: {
    title: "Send me a test",
    hint: (row: number) => `The message of row ${row}, to your own phone.`,
    send: (credits: number) => `Send me a test (${amountWords.en.credits(credits)})`,
    number: "Your own number",
    numberHint: "Saved for the next test.",
    to: (number: string) => `To ${number}.`,
    change: "Change the number",
    sent: (number: string) => `Sending a test to ${number}.`,
    open: "Open it",
  },
};

/** The section that says who gets what, before anything is sent. */
export const checkWords: Words<typeof en> = {
  en,
  pl: {
    title: "Sprawdzenie",
    first: {
      rows: "Najpierw dodaj odbiorców.",
      text: "Najpierw napisz treść.",
      both: "Najpierw napisz treść i dodaj odbiorców.",
    },
    checking: "Sprawdzanie wierszy…",
    ready: (people) =>
      countWords("pl", people, {
        one: "osoba dostanie wiadomość",
        few: "osoby dostaną wiadomość",
        many: "osób dostanie wiadomość",
        other: "osoby dostanie wiadomość",
      }),
    reachable: (people) =>
      countWords("pl", people, {
        one: "osoba może dostać wiadomość",
        few: "osoby mogą dostać wiadomość",
        many: "osób może dostać wiadomość",
        other: "osoby może dostać wiadomość",
      }),
    left: (rows) =>
      countWords("pl", rows, {
        one: "wiersz pominięty",
        few: "wiersze pominięte",
        many: "wierszy pominiętych",
        other: "wiersza pominięte",
      }),
    allReady: "Żaden wiersz nie jest pominięty.",
    problems: {
      empty: { title: "Brak numeru", repair: "Komórka jest pusta." },
      invalid: {
        title: "Numer nie do użycia",
        repair: "Popraw go w pliku. Jeśli brakuje numerów kierunkowych, wybierz domyślny kraj.",
      },
      landline: {
        title: "Telefon stacjonarny",
        repair: "Telefony stacjonarne nie odbierają SMS-ów.",
      },
      duplicate: { title: "Powtórzenie", repair: "Zostaje pierwszy wiersz z tym numerem." },
      opted_out: { title: "Rezygnacja", repair: "Nie chcą wiadomości od tego nadawcy." },
      missing_variable: {
        title: "Brak wartości",
        repair:
          "Uzupełnij komórkę albo dodaj do zmiennej tekst zastępczy, na przykład {{first_name|Kliencie}}.",
      },
      too_long: {
        title: "Za długa treść",
        repair: "Z ich wartościami zajmuje więcej niż 10 segmentów.",
      },
    },
    numbers: {
      no_country_code: "bez numeru kierunkowego kraju",
      ambiguous: "może należeć do dwóch krajów",
      no_mobile_digit: "brakuje cyfry 9 numeru komórkowego",
      wrong_length: "zła długość",
      no_such_country: "nieznany numer kierunkowy",
      spreadsheet: "zmieniony przez arkusz",
      not_a_number: "to nie numer",
    },
    repeats: (row) => `taki sam jak w wierszu ${row}`,
    row: (row) => `Wiersz ${row}`,
    more: (count) => `i jeszcze ${numberWords("pl", count)}`,
    rejects: "Pobierz pominięte wiersze z powodami",
    segments: "Segmenty w wiadomości",
    peopleWith: (people, segments) =>
      `${amountWords.pl.people(people)}: ${amountWords.pl.segments(segments)}`,
    cause: ({ people, segments, character, variable }) => {
      const who = countWords("pl", people, {
        one: "osoba dostanie",
        few: "osoby dostaną",
        many: "osób dostanie",
        other: "osoby dostanie",
      });
      const where = variable === null ? "treści" : `{{${variable}}}`;
      return `${who} ${amountWords.pl.segments(segments)} przez „${character}” w ${where}.`;
    },
    severalCauses: "Kto ma kilka z tych znaków, jest liczony przy każdym.",
    cost: "Koszt",
    credits: amountWords.pl.credits,
    after: "Saldo po wysłaniu",
    short: (missing) => `brakuje: ${amountWords.pl.credits(missing)}`,
    topUp: "Doładuj",
    samples: "Przykładowe wiadomości",
    sampleOf: (row, segments) =>
      `Wiersz ${numberWords("pl", row)} · ${amountWords.pl.segments(segments)}`,
    test: {
      title: "Wyślij test do mnie",
      hint: (row) => `Wiadomość z wiersza ${row}, na twój własny telefon.`,
      send: (credits) => `Wyślij test do mnie (${amountWords.pl.credits(credits)})`,
      number: "Twój numer",
      numberHint: "Zostanie zapisany na następny test.",
      to: (number) => `Na numer ${number}.`,
      change: "Zmień numer",
      sent: (number) => `Wysyłanie testu na ${number}.`,
      open: "Otwórz",
    },
  },
};
