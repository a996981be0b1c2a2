import type { Language } from "../language/language";

/** What a mail says: one thing in a few paragraphs, with at most one thing to press. */
export interface MailContent {
  subject: string;
  /** Plain sentences; nothing in them is markup. */
  paragraphs: string[];
  /** What to press, standing after the first paragraph. */
  link?: { words: string; url: string };
}

/** A letter on its way to somebody. */
export interface Mail extends MailContent {
  to: string;
  /** What it is written in; English unless said. */
  language?: Language;
}
