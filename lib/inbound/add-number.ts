import { numbers } from "@/drizzle/schema/inbound";
import { recordActivity } from "../activity/record-activity";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { inboundSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** In E.164, with or without the plus, or a short code; the carrier by its name in `carriers.json`. */
  input: { number: string; carrier: string };
}

/**
 * Gives an account a number: what phones send to it through this carrier is the account's from now on. Returns the number
 * as it is stored. Throws invalid_request for what is no number, and conflict for one that is taken.
 */
export async function addNumber({ actor, input }: Wanted): Promise<string> {
  const number = input.number.replace(/^\+/, "");
  if (!/^\d{3,15}$/.test(number)) throw invalidFields({ number: [inboundSentences.wrongNumber] });
  const { accountId } = actor;
  const { carrier } = input;
  await db().transaction(async (tx) => {
    const added = await tx
      .insert(numbers)
      .values({ number, accountId, carrier })
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) {
      throw new AppError("conflict", inboundSentences.takenNumber({ number }));
    }
    const target = { name: number };
    await recordActivity({ actor, action: "number.added", target, after: { carrier } }, tx);
  });
  return number;
}
