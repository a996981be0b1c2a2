/**
 * How much of something that is only proved by repeating it: `long` under `npm run soak`, `short` in every other run. The
 * short form must still be able to fail for the same fault.
 */
export function soakOr(long: number, short: number): number {
  return process.env["SOAK"] ? long : short;
}
