import type { Language, Words } from "../language/language";
import { joinSentences } from "./join-sentences";

/** What varies in a sentence. */
type Params = Readonly<Record<string, string | number>>;

/** A sentence of an error or a field: its key, what varies in it, and its words in every language. */
export type Sentence = WordedSentence;

class WordedSentence {
  /** The module and the name in its table, as in `tokens.notFound`. */
  readonly key: string;
  readonly params: Params;
  readonly #words: () => Words<string>;

  constructor(key: string, params: Params, words: () => Words<string>) {
    this.key = key;
    this.params = params;
    this.#words = words;
  }

  /** The sentence as a screen of this language shows it; the API and the log are English. */
  in(language: Language): string {
    return this.#words()[language];
  }
}

/** Words that are always the same, or that depend on parameters. */
type Entry = Words<string> | ((params: never) => Words<string>);

type SentencesOf<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends (params: infer Given) => Words<string>
    ? (params: Given) => Sentence
    : Sentence;
};

/**
 * The sentences of a module from its table, English and Polish side by side. A sentence that lacks a language, and a call
 * with other parameters than its words take, do not compile.
 */
export function sentences<Table extends Record<string, Entry>>(
  module: string,
  table: Table,
): SentencesOf<Table> {
  const made = Object.entries<Entry>(table).map(([name, entry]) => {
    const key = `${module}.${name}`;
    if (typeof entry !== "function") return [name, new WordedSentence(key, {}, () => entry)];
    const withParams = (params: Params) =>
      new WordedSentence(key, params, () => entry(params as never));
    return [name, withParams];
  });
  return Object.fromEntries(made);
}

/** Several sentences as one text, each ending with a period. */
export function joinedSentences(parts: readonly Sentence[]): Sentence {
  const join = (language: Language) => joinSentences(parts.map((each) => each.in(language)));
  return new WordedSentence("core.several", {}, () => ({ en: join("en"), pl: join("pl") }));
}

/** Whether a value from a library's error is a sentence of ours. */
export function isSentence(value: unknown): value is Sentence {
  return value instanceof WordedSentence;
}
