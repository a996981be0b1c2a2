/** A mail in its own words: one thing said in a few paragraphs, with at most one thing to press. */
export interface Mail {
  to: string;
  subject: string;
  /** Plain sentences; nothing in them is markup. */
  paragraphs: string[];
  /** What to press, standing after the first paragraph. */
  link?: { words: string; url: string };
}
