import { eq } from "drizzle-orm";
import { numbers } from "@/drizzle/schema/inbound";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { inboundSentences } from "./sentences";

/** Takes a number from its account; what was sent to it stays. For the administrator's commands. Throws not_found. */
export async function removeNumber(number: string): Promise<void> {
  const removed = await db()
    .delete(numbers)
    .where(eq(numbers.number, number.replace(/^\+/, "")))
    .returning();
  if (removed.length === 0) throw new AppError("not_found", inboundSentences.noSuchNumber);
}
