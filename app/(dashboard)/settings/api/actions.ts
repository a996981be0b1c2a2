"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import type { CreateTokenInput } from "@/lib/tokens/contract";
import { createToken } from "@/lib/tokens/create-token";
import { revokeToken } from "@/lib/tokens/revoke-token";

const page = "/settings/api";

/** Makes a token; the answer is the only place it is ever shown. */
export const generateTokenAction = accountAction(async ({ name, mode }, { session }) => {
  // The verb judges what the form sent; here it is only named.
  const wanted = { name, mode } as CreateTokenInput;
  const { token, name: kept } = await createToken({ ...wanted, accountId: session.accountId });
  revalidatePath(page);
  return { token, name: kept };
});

/** Revokes one of the account's tokens. */
export const revokeTokenAction = accountAction(async ({ token_id }, { session }) => {
  const { accountId } = session;
  const { name, revokedAt } = await revokeToken({ accountId, tokenId: String(token_id) });
  revalidatePath(page);
  return { name, revokedAt: revokedAt.toISOString() };
});
