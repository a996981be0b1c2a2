// A process that admits messages at once, as the API does, and prints what became of each: tests start several on one
// database. Its only argument is JSON: { rounds, sends: [accountId, remembered?, key?][] }.
import type { RememberedToken, TokenActor } from "../core/actor";
import { closeDatabase } from "../core/db";
import { AppError } from "../core/errors";
import { sendMessage } from "../sending/send-message";

/** What one loop sends, round after round. */
export interface Sender {
  accountId: string;
  tokenId: string;
  remembered?: RememberedToken;
  /** One for each round; a round without has no key. */
  keys?: (string | null)[];
}

/** What became of a send. */
export interface Admitted {
  sender: number;
  /** The ID of the message, or why there is none. */
  id: string | null;
  refusal: string | null;
}

const { senders, rounds } = JSON.parse(process.argv[2] ?? "") as {
  senders: Sender[];
  rounds: number;
};

async function sendAll({ accountId, tokenId, remembered, keys = [] }: Sender, sender: number) {
  const actor: TokenActor = {
    ...{ kind: "token", source: "api", mode: "live", language: "en", address: null },
    ...{ accountId, tokenId, scopes: ["send"], expiresAt: null, cidrs: [] },
    ...(remembered ? { remembered } : {}),
  };
  const outcomes: Admitted[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const input = { from: "YourBrand", to: "48732129000", body: `Round ${round}` };
    const key = keys[round] ?? null;
    try {
      const { accepted } = await sendMessage({ actor, input: { ...input, idempotency_key: key } });
      outcomes.push({ sender, id: accepted.message_id, refusal: null });
    } catch (error) {
      const refusal = error instanceof AppError ? error.code : String((error as Error).name);
      outcomes.push({ sender, id: null, refusal });
    }
  }
  return outcomes;
}

const outcomes = await Promise.all(senders.map(sendAll));
process.stdout.write(JSON.stringify(outcomes.flat()));
await closeDatabase();
