import { isSentence, type Sentence } from "./sentence";

/** What a zod issue is, for those that choose a sentence by what came. */
export interface WrongInput {
  input?: unknown;
}

interface RawIssue extends WrongInput {
  params?: unknown;
}

/** What zod takes where a check may have an error of its own. */
interface ZodError {
  error: (issue: RawIssue) => string;
}

/** The words of a check in a contract: a sentence, or how to choose one by what came. */
export type ChosenSentence = Sentence | ((issue: WrongInput) => Sentence);

/**
 * A sentence where zod takes an `error`, as in `.min(1, worded(tokenSentences.noName))`. The issue carries it in its
 * `params`, whatever its kind, and `fieldSentences` reads it there. zod copies an issue after it asked for its words.
 */
export function worded(sentence: ChosenSentence): ZodError {
  return {
    error: (issue) => {
      const { message, params } = carried(
        typeof sentence === "function" ? sentence(issue) : sentence,
      );
      issue.params = params;
      return message;
    },
  };
}

/** An issue for `addIssue`, about the value itself or about the field at `path`. */
export function wordedIssue(sentence: Sentence, path: PropertyKey[] = []) {
  return { code: "custom" as const, path, ...carried(sentence) };
}

/** The sentence that `worded` or `wordedIssue` gave an issue; undefined for words of zod itself. */
export function sentenceOfIssue(issue: object): Sentence | undefined {
  if (!("params" in issue) || typeof issue.params !== "object" || issue.params === null) {
    return undefined;
  }
  const { sentence } = issue.params as { sentence?: unknown };
  return isSentence(sentence) ? sentence : undefined;
}

function carried(sentence: Sentence) {
  return { message: sentence.in("en"), params: { sentence } };
}
