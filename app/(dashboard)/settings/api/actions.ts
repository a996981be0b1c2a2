"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { createToken } from "@/lib/tokens/create-token";
import { readTokenId } from "@/lib/tokens/read-token-id";
import { revokeToken } from "@/lib/tokens/revoke-token";
import { rotateToken } from "@/lib/tokens/rotate-token";
import { updateToken } from "@/lib/tokens/update-token";
import { readDailyLimit } from "./read-daily-limit";
import { readTokenForm } from "./read-token-form";

const page = "/settings/api";

/** Makes a token; the answer is the only place its secret is ever shown. */
export const generateTokenAction = accountAction(async (form, { actor }) => {
  const { token, view } = await createToken({ actor, input: readTokenForm(form) });
  revalidatePath(page);
  return { token, view };
});

/** Gives one of the account's tokens a new secret; the answer is the only place it is ever shown. */
export const rotateTokenAction = accountAction(async (form, { actor }) => {
  const tokenId = readTokenId(String(form["token_id"]));
  const graceHours = Number(form["grace_hours"] ?? 0);
  const wanted = { grace_hours: graceHours };
  const { token, view } = await rotateToken({ actor, input: { tokenId, wanted } });
  revalidatePath(page);
  return { token, view };
});

/** Changes how many credits one of the account's tokens may spend on a day. */
export const limitTokenAction = accountAction(async (form, { actor }) => {
  const tokenId = readTokenId(String(form["token_id"]));
  const wanted = { daily_limit: readDailyLimit(form) };
  const view = await updateToken({ actor, input: { tokenId, wanted } });
  revalidatePath(page);
  return view;
});

/** Revokes one of the account's tokens. */
export const revokeTokenAction = accountAction(async (form, { actor }) => {
  const tokenId = readTokenId(String(form["token_id"]));
  const view = await revokeToken({ actor, input: { tokenId } });
  revalidatePath(page);
  return view;
});
