"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { createToken } from "@/lib/tokens/create-token";
import { readTokenId } from "@/lib/tokens/read-token-id";
import { revokeToken } from "@/lib/tokens/revoke-token";
import { rotateToken } from "@/lib/tokens/rotate-token";
import { readTokenForm } from "./read-token-form";

const page = "/settings/api";

/** Makes a token; the answer is the only place its secret is ever shown. */
export const generateTokenAction = accountAction(async (form, { session }) => {
  const { accountId } = session;
  const { token, view } = await createToken({ ...readTokenForm(form), accountId });
  revalidatePath(page);
  return { token, view };
});

/** Gives one of the account's tokens a new secret; the answer is the only place it is ever shown. */
export const rotateTokenAction = accountAction(async (form, { session }) => {
  const tokenId = readTokenId(String(form["token_id"]));
  const graceHours = Number(form["grace_hours"] ?? 0);
  const { accountId } = session;
  const { token, view } = await rotateToken({ accountId, tokenId, grace_hours: graceHours });
  revalidatePath(page);
  return { token, view };
});

/** Revokes one of the account's tokens. */
export const revokeTokenAction = accountAction(async (form, { session }) => {
  const tokenId = readTokenId(String(form["token_id"]));
  const view = await revokeToken({ accountId: session.accountId, tokenId });
  revalidatePath(page);
  return view;
});
