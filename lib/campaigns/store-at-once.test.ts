import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { getBalance } from "../credits/get-balance";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { createCampaign } from "./create-campaign";
import { storeContacts } from "./store-contacts";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ DATABASE_POOL: "3" });
});
afterAll(() => dropDatabase());

test("groups stored at once leave connections to read them by", async () => {
  const drafts = [];
  for (let count = 0; count < 6; count += 1) {
    const actor = operatorOf((await mintAccount()).accountId, "live");
    const { campaign_id } = await createCampaign({ actor, input: { name: "Group" } });
    drafts.push({ actor, campaignId: campaign_id });
  }
  const stored = drafts.map(({ actor, campaignId }) => {
    async function* contacts() {
      await getBalance({ actor });
      yield { number: "48501000000", fields: {} };
    }
    return storeContacts({ actor, input: { campaignId, fields: [], contacts: contacts() } });
  });
  for (const { rows } of await Promise.all(stored)) expect(rows).toBe(1);
});
