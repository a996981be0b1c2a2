import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { untilWaitedFor } from "../testing/until-waited-for";
import { createEndpoint } from "./create-endpoint";
import { updateEndpoint } from "./update-endpoint";

test("a change of the description does not switch on what was switched off in the same moment", async () => {
  const { accountId } = await mintAccount();
  const owner = operatorOf(accountId, "test");
  const { id } = await createEndpoint({ actor: owner, input: { url: "https://example.com/hook" } });
  let changing: ReturnType<typeof updateEndpoint> | undefined;
  await db().transaction(async (tx) => {
    // As the worker does after a 410.
    await tx
      .update(webhookEndpoints)
      .set({ enabled: false, disabledReason: "gone", disabledAt: new Date() })
      .where(eq(webhookEndpoints.id, parsePublicId("whk", id) ?? ""));
    changing = updateEndpoint({
      actor: owner,
      input: { endpointId: id, wanted: { description: "Orders" } },
    });
    await untilWaitedFor(tx);
  });
  expect(await changing).toMatchObject({
    description: "Orders",
    enabled: false,
    disabled_reason: "gone",
  });
});
