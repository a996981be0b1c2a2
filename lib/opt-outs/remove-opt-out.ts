import { and, eq } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import { maskNumber } from "../activity/mask-number";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { isStorableText } from "../core/storable-text";
import { demandChangeable } from "./_test-numbers";
import { optOutSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** The number with or without the plus; without a sender, whatever it opted out of is lifted. */
  input: { number: string; sender?: string | undefined };
}

const maxLength = 64;

/** Lets a number get messages again. Throws not_found, and forbidden without `manage_contacts`. */
export async function removeOptOut({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_contacts");
  const to = input.number.slice(0, maxLength).trim().replace(/^\+/, "");
  const { sender } = input;
  if (!/^\d+$/.test(to) || !isStorableText(sender ?? "")) {
    throw new AppError("not_found", optOutSentences.notFound);
  }
  demandChangeable(actor, to);
  await db().transaction(async (tx) => {
    const removed = await tx
      .delete(optOuts)
      .where(
        and(
          eq(optOuts.accountId, actor.accountId),
          eq(optOuts.to, to),
          sender === undefined ? undefined : eq(optOuts.from, sender),
        ),
      )
      .returning({ sender: optOuts.from });
    if (removed.length === 0) throw new AppError("not_found", optOutSentences.notFound);
    const target = { name: maskNumber(to) };
    const before = { sender: removed.map((each) => each.sender).filter(Boolean) };
    await recordActivity({ actor, action: "opt_out.removed", target, before }, tx);
  });
}
