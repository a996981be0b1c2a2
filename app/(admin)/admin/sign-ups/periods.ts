/** The periods that the page offers, in days. */
export const periods = [7, 30, 90] as const;

const usual = 30;

/** The period that an address asks for; the usual one if it asks for none of them. */
export function readPeriod(asked: string | string[] | undefined): number {
  return periods.find((days) => String(days) === asked) ?? usual;
}
