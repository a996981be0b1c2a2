"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { createTemplate } from "@/lib/templates/create-template";
import { deleteTemplate } from "@/lib/templates/delete-template";
import { updateTemplate } from "@/lib/templates/update-template";

const page = "/templates";

/** Saves the form of a template: a new one, or the changes of one. */
export const saveTemplateAction = accountAction(async (form, { actor }) => {
  const wanted = {
    name: textOf(form, "name"),
    body: textOf(form, "body").replace(/\r\n?/g, "\n"),
  };
  const templateId = textOf(form, "template_id");
  const { template_id } =
    templateId === ""
      ? await createTemplate({ actor, input: wanted })
      : await updateTemplate({ actor, input: { templateId, wanted } });
  revalidatePath(page);
  if (templateId === "") redirect(`${page}/${template_id}?saved=1`);
  return { templateId: template_id };
});

/** Deletes a template; what was sent by it stays. */
export const deleteTemplateAction = accountAction<never>(async (form, { actor }) => {
  await deleteTemplate({ actor, input: { templateId: textOf(form, "template_id") } });
  revalidatePath(page);
  redirect(page);
});

function textOf(form: FormInput, field: string): string {
  const value = form[field];
  return typeof value === "string" ? value : "";
}
