import { sentences } from "../core/sentence";

/** Why a row of a campaign isn't sent. */
export const rejectionSentences = sentences("campaign-rejections", {
  noNumber: { en: "There is no phone number.", pl: "Nie ma numeru telefonu." },
  emptyText: {
    en: "With the values of this row, the text is empty.",
    pl: "Z wartościami z tego wiersza treść jest pusta.",
  },
  wrongText: {
    en: "A value has a character that can't be sent.",
    pl: "W jednej z wartości jest znak, którego nie da się wysłać.",
  },
  duplicate: ({ row }: { row: string }) => ({
    en: `The number is in row ${row} already.`,
    pl: `Ten numer jest już w wierszu ${row}.`,
  }),
  optedOut: {
    en: "The number has opted out of your messages.",
    pl: "Ten numer zrezygnował z twoich wiadomości.",
  },
  missingVariable: ({ names }: { names: string }) => ({
    en: `There is no value for ${names}.`,
    pl: `Brakuje wartości: ${names}.`,
  }),
  tooLong: {
    en: "With the values of this row, the text needs more than 10 segments.",
    pl: "Z wartościami z tego wiersza treść zajmuje więcej niż 10 segmentów.",
  },
});
