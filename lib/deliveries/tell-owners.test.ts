import { expect, it } from "vitest";
import { operatorOf } from "../core/actor";
import { parsePublicId } from "../core/ids";
import { keptMail } from "../testing/kept-mail";
import { mintAccount } from "../testing/mint-account";
import { createEndpoint } from "../webhooks/create-endpoint";
import { reportDisabled } from "./_report-disabled";

it("the owner of an endpoint that was switched off hears of it by mail, with its address and why", async () => {
  const { accountId, email } = await mintAccount();
  const url = "https://example.com/hooks";
  const { id } = await createEndpoint({ actor: operatorOf(accountId, "live"), input: { url } });
  reportDisabled(accountId, parsePublicId("whk", id) ?? "", "failing");
  const { paragraphs } = await keptMail(email, "Webhook endpoint disabled");
  expect(paragraphs[0]).toBe(`Events no longer go to ${url}. Every delivery failed for too long.`);
});
