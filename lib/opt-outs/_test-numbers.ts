import { type SQL, sql } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { optOutSentences } from "./sentences";

const testNumber = /^48500000[0-9]{3}$/;

/** The opt-outs that an actor can see: for a test token, those of test numbers. */
export function visibleNumbers({ mode }: Pick<Actor, "mode">): SQL | undefined {
  return mode === "test" ? sql`${optOuts.to} ~ ${testNumber.source}` : undefined;
}

/** Opt-outs hold for live messages, too: a test token changes those of test numbers only. Throws forbidden. */
export function demandChangeable({ mode }: Pick<Actor, "mode">, number: string): void {
  if (mode !== "test" || testNumber.test(number)) return;
  throw new AppError("forbidden", optOutSentences.testToken);
}
