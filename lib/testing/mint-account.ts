import { randomUUID } from "node:crypto";
import { createAccount } from "../accounts/create-account";
import { operatorOf } from "../core/actor";
import type { TokenMode } from "../tokens/contract";
import { createToken } from "../tokens/create-token";

interface Wanted {
  credits?: number;
  mode?: TokenMode;
}

export interface MintedAccount {
  accountId: string;
  userId: string;
  email: string;
  password: string;
  token: string;
  tokenId: string;
}

/** An account of a test's own, with credits and a token, so that tests share nothing. */
export async function mintAccount({
  credits = 100,
  mode = "live",
}: Wanted = {}): Promise<MintedAccount> {
  const password = `long enough ${randomUUID()}`;
  const { accountId, userId, email } = await createAccount({
    email: `${randomUUID()}@example.com`,
    password,
    credits,
  });
  const { token, tokenId } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "test", mode, scopes: ["send", "read", "manage"] },
  });
  return { accountId, userId, email, password, token, tokenId };
}
