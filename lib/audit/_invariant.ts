/** Something that always holds. */
export interface Invariant {
  name: string;
  /** What always holds, for people. */
  sentence: string;
  /** SQL that selects every breach, naming it in a column `what`. */
  breaches: string;
}
