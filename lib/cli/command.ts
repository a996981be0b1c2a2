import type { z } from "zod";

/** What a command found or did, for people and for programs. */
export interface Outcome {
  lines: string[];
  json: unknown;
  /** The command ran, and what it found is not as it should be. */
  hasViolation?: boolean;
}

type Values = Record<string, string | boolean | undefined>;

interface Definition<Input> {
  /** The words that call it, such as `account create`. */
  words: string;
  summary: string;
  usage: string;
  options: Record<string, { type: "string" | "boolean" }>;
  /** What the word after the command is called in the input. */
  operand?: string;
  /** It works on the tables of any version, and migrates none before it runs. */
  isForAnyVersion?: boolean;
  input: z.ZodType<Input>;
  run(input: Input): Promise<Outcome>;
}

export interface Command
  extends Pick<
    Definition<unknown>,
    "words" | "summary" | "usage" | "options" | "operand" | "isForAnyVersion"
  > {
  /** Reads the options; what is wrong with them comes back as a sentence. */
  prepare(values: Values): { errorMessage: string } | { run(): Promise<Outcome> };
}

/** Ties a command's options to the input its run takes. */
export function defineCommand<Input>({ input, run, ...rest }: Definition<Input>): Command {
  return {
    ...rest,
    prepare(values) {
      const parsed = input.safeParse(values);
      if (parsed.success) return { run: () => run(parsed.data) };
      return {
        errorMessage: [...new Set(parsed.error.issues.map(({ message }) => message))].join(" "),
      };
    },
  };
}
