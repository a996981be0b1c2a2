/** What is said where something is decided about several messages. */
export interface DecisionWords<Decision extends string> {
  title: string;
  lead: string;
  /** There is none. */
  none: string;
  shown: (shown: number, count: number) => string;
  all: string;
  selected: (count: number) => string;
  choices: Record<Decision, { submit: string; meaning: string }>;
  asking: Record<Decision, (count: number) => string>;
  cancel: string;
  done: Record<Decision, (count: number) => string>;
  /** About these, nothing was done. */
  known: (count: number) => string;
}
