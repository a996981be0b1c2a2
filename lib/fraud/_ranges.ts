const narrowDigits = 4;
const wideDigits = 6;
const digitsOnly = /^\d{7,15}$/;

/** The ranges that a number is in, each by how it begins. */
export interface Ranges {
  /** 10,000 numbers. */
  narrow: string;
  /** A million. */
  wide: string;
}

/** The ranges of a number (E.164 digits without the plus); undefined for what can't be one, which is refused elsewhere. */
export function rangesOf(digits: string): Ranges | undefined {
  if (!digitsOnly.test(digits)) return undefined;
  return { narrow: digits.slice(0, -narrowDigits), wide: digits.slice(0, -wideDigits) };
}

/** The hundred ranges of 10,000 numbers that a million consists of. */
export function blocksOf({ wide }: Pick<Ranges, "wide">): string[] {
  return Array.from({ length: 100 }, (_, block) => `${wide}${String(block).padStart(2, "0")}`);
}

/** How far a number's neighbors are from it at most. */
const distance = 10;

/** The numbers right before and after one, which is not among them. */
export function neighborsOf(digits: string): string[] {
  const number = Number(digits);
  const steps = Array.from({ length: distance }, (_, index) => index + 1);
  return steps.flatMap((step) => [String(number - step), String(number + step)]);
}
