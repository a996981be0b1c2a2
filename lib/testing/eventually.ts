import { expect } from "vitest";
import { operatorOf } from "../core/actor";
import type { MessageDetail } from "../messages/contract";
import { getMessage } from "../messages/get-message";

/** Waits until a message is as described and returns it whole. */
export async function eventually(
  { accountId, messageId }: { accountId: string; messageId: string },
  expected: Partial<MessageDetail>,
  timeoutMs = 15_000,
): Promise<MessageDetail> {
  await expect
    .poll(() => getMessage({ actor: operatorOf(accountId), input: { messageId } }), {
      timeout: timeoutMs,
    })
    .toMatchObject(expected);
  return getMessage({ actor: operatorOf(accountId), input: { messageId } });
}
