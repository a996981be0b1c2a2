import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { optOutSentences } from "./sentences";

const testNumber = /^48500000\d{3}$/;

/** Opt-outs hold for live messages, too: a test token changes those of test numbers only. Throws forbidden. */
export function demandChangeable({ mode }: Pick<Actor, "mode">, number: string): void {
  if (mode !== "test" || testNumber.test(number)) return;
  throw new AppError("forbidden", optOutSentences.testToken);
}
