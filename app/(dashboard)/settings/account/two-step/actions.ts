"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { disableTotp } from "@/lib/two-step/disable-totp";
import { enableTotp } from "@/lib/two-step/enable-totp";
import { renewRecoveryCodes } from "@/lib/two-step/renew-recovery-codes";
import { startTotp } from "@/lib/two-step/start-totp";

const page = "/settings/account/two-step";

/** Makes the secret for the app. */
export const startTotpAction = accountAction(async (input, asker) => {
  await startTotp(input, asker);
  revalidatePath(page);
});

/** Turns it on; the answer is the only place the recovery codes are ever shown. */
export const enableTotpAction = accountAction(async (input, { session }) => {
  const enabled = await enableTotp(input, session);
  revalidatePath(page);
  return { ...enabled, madeAt: Date.now() };
});

/** Ten new recovery codes, shown this once. */
export const renewCodesAction = accountAction(async (input, asker) => {
  const codes = await renewRecoveryCodes(input, asker);
  revalidatePath(page);
  return { codes, isMailSent: true, hasEndedOthers: false, madeAt: Date.now() };
});

/** Turns it off. */
export const disableTotpAction = accountAction(async (input, asker) => {
  const { isMailSent } = await disableTotp(input, asker);
  revalidatePath(page);
  return { isMailSent };
});
