import { randomUUID } from "node:crypto";
import { operatorOf } from "../core/actor";
import { createToken } from "../tokens/create-token";
import { demandApproval } from "./demand-approval";
import { holdAccount } from "./hold-account";
import { mintAccount } from "./mint-account";
import type { Ask, Plays, Stage } from "./play";

const to = "48732129000";

async function idOfVerification({ make }: Stage): Promise<Ask> {
  const { verification_id } = await make("startVerification", { body: { to } });
  return { params: { verification_id: String(verification_id) } };
}

/** A verification that five wrong codes have ended. No code has so many digits. */
async function idOfEnded(stage: Stage): Promise<Ask> {
  const ask = await idOfVerification(stage);
  for (let check = 1; check <= 5; check += 1) {
    await stage.make("checkVerification", { ...ask, body: { code: "0000000000" } });
  }
  return ask;
}

/** A token that one message of two segments is too many for. */
async function beyondLimit({ account: { accountId }, make }: Stage): Promise<Ask> {
  const body = `{{code}} ${"a".repeat(161)}`;
  const { template_id } = await make("createTemplate", { body: { name: "Long", body } });
  const { token } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "limited", mode: "live", daily_limit: 1 },
  });
  return { token, body: { to, template: template_id } };
}

/** How calls for verifications are made to go well, and to fail in the ways that are their own. */
export const verificationPlays: Record<string, Plays> = {
  startVerification: {
    refusals: {
      invalid_request: () => ({ body: { to: "abc", code_length: 3 } }),
      insufficient_credits: async () => ({ token: (await mintAccount({ credits: 0 })).token }),
      spend_limit_reached: beyondLimit,
      opted_out: async ({ make }) => {
        await make("addOptOut", { body: { number: "48732129009" } });
        return { body: { to: "48732129009" } };
      },
      sender_not_approved: () => demandApproval(),
      idempotency_mismatch: async ({ make }) => {
        const idempotency_key = randomUUID();
        await make("startVerification", { body: { to, idempotency_key } });
        return { body: { to, language: "pl", idempotency_key } };
      },
      conflict: async ({ account }) => ({
        body: { to, idempotency_key: randomUUID() },
        after: await holdAccount(account.accountId),
      }),
    },
  },
  checkVerification: {
    prepare: idOfVerification,
    refusals: { invalid_request: () => ({ body: { code: "abc" } }) },
  },
  checkNumber: { refusals: { invalid_request: () => ({ body: { to, code: "abc" } }) } },
  listVerifications: { refusals: { invalid_request: () => ({ query: { limit: "1001" } }) } },
  getVerification: { prepare: idOfVerification },
  cancelVerification: { prepare: idOfVerification, refusals: { conflict: idOfEnded } },
};
