import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { operatorOf } from "../core/actor";
import { publicId } from "../core/ids";
import { addNumber } from "../inbound/add-number";
import { recordInbound } from "../inbound/record-inbound";
import type { TokenScope } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { campaignPlays } from "./campaign-plays";
import { contactPlays } from "./contact-plays";
import { demandApproval } from "./demand-approval";
import { holdAccount } from "./hold-account";
import { mintAccount } from "./mint-account";
import { type Ask, guide, type Plays, type Stage } from "./play";
import { verificationPlays } from "./verification-plays";
import { webhookPlays } from "./webhook-plays";

async function idOfMessage({ make }: Stage, fields = {}): Promise<Ask> {
  const { message_id } = await make("sendMessage", { body: { ...guide, ...fields } });
  return { params: { message_id: String(message_id) } };
}

/** A message that a carrier has and will say nothing about. */
async function idOfSentMessage(stage: Stage): Promise<Ask> {
  const ask = await idOfMessage(stage, { to: "48500000007" });
  await expect.poll(async () => (await stage.make("getMessage", ask))["status"]).toBe("sent");
  return ask;
}

async function idOfToken({ make }: Stage): Promise<Ask> {
  const { token_id } = await make("createToken", { body: { name: "one more", mode: "live" } });
  return { params: { token_id: String(token_id) } };
}

async function idOfRevokedToken(stage: Stage): Promise<Ask> {
  const ask = await idOfToken(stage);
  await stage.make("revokeToken", ask);
  return ask;
}

/** A reply to a message that a carrier has taken. */
async function idOfInbound({ make, account: { accountId } }: Stage): Promise<Ask> {
  const number = String(Math.floor(Math.random() * 1e10) + 1e10);
  const actor = operatorOf(accountId);
  const to = await addNumber({ actor, input: { number, carrier: "upstream" } });
  const reply = { ref: number, from: "48732129000", to, body: "Thanks!", at: null, raw: null };
  await recordInbound("upstream", [reply]);
  const { data } = await make("listInbound", { query: {} });
  const [message] = data as { message_id: string }[];
  return { params: { message_id: message?.message_id ?? "" } };
}

async function numberOptedOut({ make }: Stage): Promise<Ask> {
  const { number } = await make("addOptOut", { body: { number: "48732129009" } });
  return { params: { number: String(number) } };
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const scheduled = (stage: Stage) => idOfMessage(stage, { scheduled_at: inAnHour() });

/** By operation id: how each is made to go well, and to fail in the ways that are its own. */
export const plays: Record<string, Plays> = {
  sendMessage: {
    refusals: {
      invalid_request: () => ({ body: { from: "", to: "abc" } }),
      insufficient_credits: async () => ({ token: (await mintAccount({ credits: 0 })).token }),
      spend_limit_reached: beyondLimit,
      opted_out: async (stage) => {
        const { params } = await numberOptedOut(stage);
        return { body: { ...guide, to: params?.["number"] } };
      },
      sender_not_approved: () => demandApproval(),
      idempotency_mismatch: async ({ make }) => {
        const idempotency_key = randomUUID();
        await make("sendMessage", { body: { ...guide, idempotency_key } });
        return { body: { ...guide, body: "Another text", idempotency_key } };
      },
      conflict: async ({ account }) => ({
        body: { ...guide, idempotency_key: randomUUID() },
        after: await holdAccount(account.accountId),
      }),
    },
  },
  listMessages: { refusals: { invalid_request: () => ({ query: { limit: "1001" } }) } },
  getMessage: { prepare: idOfMessage },
  rescheduleMessage: { prepare: scheduled, refusals: { conflict: idOfSentMessage } },
  cancelMessage: { prepare: scheduled, refusals: { conflict: idOfSentMessage } },
  listInbound: { refusals: { invalid_request: () => ({ query: { limit: "1001" } }) } },
  getInbound: { prepare: idOfInbound },
  listOptOuts: { refusals: { invalid_request: () => ({ query: { limit: "1001" } }) } },
  addOptOut: { refusals: { invalid_request: () => ({ body: { number: "abc" } }) } },
  importOptOuts: { refusals: { invalid_request: () => ({ body: { opt_outs: [] } }) } },
  removeOptOut: { prepare: numberOptedOut },
  lookUpNumber: {
    prepare: () => ({ params: { number: guide.to } }),
    refusals: { invalid_request: () => ({ query: { country: "XX" } }) },
  },
  lookUpNumbers: { refusals: { invalid_request: () => ({ body: { numbers: [] } }) } },
  getPricing: { refusals: { invalid_request: () => ({ query: { messages: "many" } }) } },
  createToken: { refusals: { conflict: fillWithTokens } },
  getToken: { prepare: idOfToken },
  revokeToken: {
    prepare: idOfToken,
    refusals: {
      forbidden: async ({ account: { accountId, tokenId } }) => ({
        params: { token_id: publicId("tok", tokenId) },
        token: await tokenWith(["send"], accountId),
      }),
    },
  },
  updateToken: {
    prepare: idOfToken,
    refusals: {
      invalid_request: () => ({ body: { daily_limit: 0 } }),
      conflict: idOfRevokedToken,
    },
  },
  rotateToken: {
    prepare: idOfToken,
    refusals: {
      invalid_request: () => ({ body: { grace_hours: 169 } }),
      conflict: idOfRevokedToken,
    },
  },
  ...contactPlays,
  ...verificationPlays,
  ...webhookPlays,
  ...campaignPlays,
};

/** A further token of an account, with these scopes only. */
export async function tokenWith(scopes: TokenScope[], accountId: string): Promise<string> {
  return (
    await createToken({
      actor: operatorOf(accountId),
      input: { name: "limited", mode: "live", scopes },
    })
  ).token;
}

/** A token of which one credit is too many after the first. */
async function beyondLimit({ account: { accountId } }: Stage): Promise<Ask> {
  const { token } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "limited", mode: "live", daily_limit: 1 },
  });
  return { token, body: { ...guide, body: "a".repeat(161) } };
}

async function fillWithTokens({ account: { accountId } }: Stage): Promise<Ask> {
  for (let more = 49; more > 0; more -= 1) await tokenWith(["read"], accountId);
  return {};
}

/** Examples with what cannot be fixed in a document: times that lie ahead and keys never used before. */
export function madeReal(example: unknown): unknown {
  return JSON.parse(JSON.stringify(example), (name, value) => {
    if (/^(scheduled|expires)_at$/.test(name) && value !== null) return inAnHour();
    if (name === "idempotency_key" && value !== null) return randomUUID();
    return value;
  });
}
