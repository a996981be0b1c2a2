"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { changeRole } from "@/lib/people/change-role";
import { invitePerson } from "@/lib/people/invite-person";
import { removePerson } from "@/lib/people/remove-person";
import { resendInvitation } from "@/lib/people/resend-invitation";
import { revokeInvitation } from "@/lib/people/revoke-invitation";

const page = "/settings/people";

/** Mails somebody a link to join. */
export const inviteAction = accountAction(async (input, { actor }) => {
  const email = await invitePerson({ actor, input });
  revalidatePath(page);
  return { email, at: Date.now() };
});

/** Mails an open invitation again. */
export const resendAction = accountAction(async (input, { actor }) => {
  const email = await resendInvitation({ actor, input });
  revalidatePath(page);
  return { email, at: Date.now() };
});

/** Takes an open invitation back. */
export const revokeAction = accountAction(async (input, { actor }) => {
  await revokeInvitation({ actor, input });
  revalidatePath(page);
  return { at: Date.now() };
});

/** Gives somebody another role. */
export const changeRoleAction = accountAction(async (input, { actor }) => {
  await changeRole({ actor, input });
  revalidatePath(page, "layout");
  return { at: Date.now() };
});

/** Removes somebody from the account. */
export const removeAction = accountAction(async (input, { actor }) => {
  const email = await removePerson({ actor, input });
  revalidatePath(page);
  return { email, at: Date.now() };
});
