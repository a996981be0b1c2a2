import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import type { TokenView } from "../tokens/contract";
import { listTokens } from "../tokens/list-tokens";
import { defineCommand } from "./command";
import { required } from "./options";

export const tokenList = defineCommand({
  words: "token list",
  summary: "list an account's tokens, newest first",
  usage: "token list --email <email>",
  options: { email: { type: "string" } },
  input: z.object({ email: required("email") }),
  async run({ email }) {
    const { accountId } = await findAccountByEmail(email);
    const tokens = await listTokens({ actor: operatorOf(accountId) });
    return { lines: tokens.length > 0 ? tokens.map(lineOf) : ["No tokens yet."], json: tokens };
  },
});

function lineOf(token: TokenView): string {
  return [
    token.token_id,
    token.masked,
    stateOf(token).padEnd(8),
    token.scopes.join(",").padEnd(16),
    `${token.requests_24h} requests in 24 h`,
    token.name,
  ].join("  ");
}

function stateOf({ revoked_at, expires_at, previous_secret }: TokenView): string {
  if (revoked_at) return "revoked";
  if (expires_at && Date.parse(expires_at) <= Date.now()) return "expired";
  return previous_secret ? "rotating" : "active";
}
