import { and, eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { tokens } from "@/drizzle/schema/tokens";
import type { TokenActor } from "../core/actor";
import { db } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { coreSentences } from "../core/sentences";
import { accountSidOf } from "../twilio-api/sids";
import type { AccountView } from "./contract";

/** An account as one of its tokens sees it, whatever its scopes. Throws not_found when the two do not belong together. */
export async function getAccount({ actor }: { actor: TokenActor }): Promise<AccountView> {
  const { accountId, tokenId } = actor;
  const [row] = await db()
    .select({ account: accounts, token: tokens })
    .from(accounts)
    .innerJoin(tokens, and(eq(tokens.accountId, accounts.id), eq(tokens.id, tokenId)))
    .where(eq(accounts.id, accountId));
  if (!row) throw new AppError("not_found", coreSentences.accountNotFound);
  const { account, token } = row;
  return {
    account_id: publicId("acc", account.id),
    name: account.name,
    credits: account.credits,
    test: token.mode === "test",
    created_at: account.createdAt.toISOString(),
    scopes: token.scopes,
    token: {
      token_id: publicId("tok", token.id),
      name: token.name,
      expires_at: token.expiresAt?.toISOString() ?? null,
    },
    limits: {
      requests_per_second: (account.requestsPerSecond ?? env().RATE_LIMIT_BURST) || null,
      requests_per_minute: (account.requestsPerMinute ?? env().RATE_LIMIT_SUSTAINED) || null,
      messages_per_minute:
        (token.mode === "test"
          ? (account.testMessagesPerMinute ?? env().RATE_LIMIT_TEST_MESSAGES)
          : (account.messagesPerMinute ?? env().RATE_LIMIT_MESSAGES)) || null,
    },
    account_sid: accountSidOf(account.id),
  };
}
