import { sentences } from "../core/sentence";

interface Place {
  /** As in `U+0009`. */
  code: string;
  /** From 1. */
  position: number;
}

/** What is said of characters that no message can have. */
export const smsSentences = sentences("sms", {
  nul: ({ code, position }: Place) => ({
    en: `The text has a NUL character (${code}) at position ${position}, which cannot be sent.`,
    pl: `Na pozycji ${position} treści jest znak NUL (${code}), którego nie da się wysłać.`,
  }),
  tab: ({ code, position }: Place) => ({
    en: `The text has a tab (${code}) at position ${position}, which cannot be sent.`,
    pl: `Na pozycji ${position} treści jest tabulator (${code}), którego nie da się wysłać.`,
  }),
  control: ({ code, position }: Place) => ({
    en: `The text has a control character (${code}) at position ${position}, which cannot be sent.`,
    pl: `Na pozycji ${position} treści jest znak sterujący (${code}), którego nie da się wysłać.`,
  }),
  surrogate: ({ code, position }: Place) => ({
    en: `The text has half of a surrogate pair (${code}) at position ${position}, which cannot be sent.`,
    pl: `Na pozycji ${position} treści jest połowa pary zastępczej (${code}), której nie da się wysłać.`,
  }),
  reserved: ({ code, position }: Place) => ({
    en: `The text has a character that Unicode reserves (${code}) at position ${position}, which cannot be sent.`,
    pl: `Na pozycji ${position} treści jest znak zastrzeżony w Unicode (${code}), którego nie da się wysłać.`,
  }),
  markPile: ({ max, position }: { max: number; position: number }) => ({
    en: `The text has more than ${max} combining marks in a row at position ${position}.`,
    pl: `Od pozycji ${position} treści stoi więcej niż ${max} znaków łączących z rzędu.`,
  }),
});
