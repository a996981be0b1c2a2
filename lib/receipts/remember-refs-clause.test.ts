import { expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId, publicId } from "../core/ids";
import { getMessage } from "../messages/get-message";
import { addMessage } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { recordReceipts } from "./record-receipts";
import { rememberRefsClause } from "./remember-refs-clause";

test("an ID that a carrier uses again means the newer message, also of another account", async () => {
  const carrier = `smsc-${newId()}`;
  const submit = async (refs: string[]) => {
    const { accountId } = await mintAccount();
    return db().transaction(async (tx) => {
      const messageId = await addMessage({ tx, accountId }, { carrier });
      const known = refs.map((ref) => ({ ref, messageId }));
      await tx.execute(rememberRefsClause({ accountId, carrier }, known));
      return { accountId, messageId };
    });
  };
  const older = await submit(["1"]);
  const newer = await submit(["1", "1"]);
  const facts = { at: null, reason: null, carrierCode: null, operator: null, raw: {} };
  await recordReceipts(carrier, [{ ref: "1", status: "delivered", ...facts }]);
  const statusOf = async ({ accountId, messageId }: typeof older) => {
    const input = { messageId: publicId("msg", messageId) };
    return (await getMessage({ actor: operatorOf(accountId), input })).status;
  };
  expect(await statusOf(newer)).toBe("delivered");
  expect(await statusOf(older)).toBe("sent");
});
