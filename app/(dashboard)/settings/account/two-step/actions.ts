"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { disableTotp } from "@/lib/two-step/disable-totp";
import { enableTotp } from "@/lib/two-step/enable-totp";
import { renewRecoveryCodes } from "@/lib/two-step/renew-recovery-codes";
import { startTotp } from "@/lib/two-step/start-totp";

const page = "/settings/account/two-step";

/** Makes the secret for the app. */
export const startTotpAction = accountAction(async (input, { actor }) => {
  await startTotp({ actor, input });
  revalidatePath(page);
});

/** Turns it on; the answer is the only place the recovery codes are ever shown. */
export const enableTotpAction = accountAction(async (input, { actor }) => {
  const enabled = await enableTotp({ actor, input });
  revalidatePath(page);
  return { ...enabled, madeAt: Date.now() };
});

/** Ten new recovery codes, shown this once. */
export const renewCodesAction = accountAction(async (input, { actor }) => {
  const codes = await renewRecoveryCodes({ actor, input });
  revalidatePath(page);
  return { codes, isMailSent: true, hasEndedOthers: false, madeAt: Date.now() };
});

/** Turns it off. */
export const disableTotpAction = accountAction(async (input, { actor }) => {
  const { isMailSent } = await disableTotp({ actor, input });
  revalidatePath(page);
  return { isMailSent };
});
