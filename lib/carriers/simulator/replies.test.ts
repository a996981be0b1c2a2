import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { db } from "../../core/db";
import { addMessage } from "../../testing/audit-scene";
import { mintAccount } from "../../testing/mint-account";
import { startOwnApi } from "../../testing/start-own-api";
import { simulator } from "./simulator";

let server: Awaited<ReturnType<typeof startOwnApi>>;
beforeAll(async () => {
  server = await startOwnApi();
});
afterAll(() => server.stop());

/** A message that the simulator has taken. */
async function taken(to: string) {
  const { accountId } = await mintAccount();
  const facts = { from: "Depesza", to, test: true };
  const messageId = await db().transaction((tx) => addMessage({ tx, accountId }, facts));
  const times = { validUntil: new Date(Date.now() + 60_000), offeredAt: new Date() };
  const submission = { messageId, from: "Depesza", to, body: "Hi", segments: 1, ...times };
  const circuit = { trouble: undefined, record: () => undefined };
  const [outcome] = await simulator.submit([submission], circuit);
  const ref = outcome?.kind === "accepted" ? outcome.ref : "";
  await db().insert(carrierMessages).values({ carrier: "simulator", ref, accountId, messageId });
  return { accountId, messageId };
}

test.each([
  ["48500000010", "Thanks!", null],
  ["48500000011", "STOP", "opt_out"],
])(
  "the simulated phone %s answers %j to the account that wrote to it",
  async (to, body, keyword) => {
    const { accountId, messageId } = await taken(to);
    const answers = () =>
      db().select().from(inboundMessages).where(eq(inboundMessages.accountId, accountId));
    await expect
      .poll(answers)
      .toMatchObject([
        { from: to, to: "Depesza", body, keyword, test: true, inReplyTo: messageId },
      ]);
  },
);
