"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { createGroup } from "@/lib/contacts/create-group";
import { deleteGroup } from "@/lib/contacts/delete-group";
import { renameGroup } from "@/lib/contacts/rename-group";

const page = "/contacts/groups";

/** Makes a group. */
export const createGroupAction = accountAction(async (form, { actor }) => {
  const { name } = await createGroup({ actor, input: { name: textOf(form, "name") } });
  revalidatePath(page);
  return { name };
});

/** Gives a group another name. */
export const renameGroupAction = accountAction(async (form, { actor }) => {
  const wanted = { name: textOf(form, "name") };
  const groupId = textOf(form, "group_id");
  const { name } = await renameGroup({ actor, input: { groupId, wanted } });
  revalidatePath(page);
  return { name };
});

/** Deletes a group; its contacts stay. */
export const deleteGroupAction = accountAction(async (form, { actor }) => {
  await deleteGroup({ actor, input: { groupId: textOf(form, "group_id") } });
  revalidatePath(page);
  return {};
});

function textOf(form: FormInput, field: string): string {
  const value = form[field];
  return typeof value === "string" ? value : "";
}
