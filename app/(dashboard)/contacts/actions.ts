"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { erasePerson } from "@/lib/account-data/erase-person";
import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { deleteContact } from "@/lib/contacts/delete-contact";
import { saveContact } from "@/lib/contacts/save-contact";
import { updateContact } from "@/lib/contacts/update-contact";
import { invalidFields } from "@/lib/core/invalid-fields";
import { readNumber } from "@/lib/numbers/read-number";
import { getDefaultCountry } from "@/lib/preferences/default-country";

const page = "/contacts";

/** Saves the form of a contact: a new one, merged if its number is known, or the changes of one. */
export const saveContactAction = accountAction(async (form, { actor }) => {
  const reading = readNumber(textOf(form, "number"), await getDefaultCountry({ actor }));
  if (!("to" in reading)) throw invalidFields({ number: [reading.sentence] });
  const wanted = { number: reading.to, fields: fieldsOf(form), groups: listOf(form, "groups") };
  const contactId = textOf(form, "contact_id");
  const { contact_id } =
    contactId === ""
      ? await saveContact({ actor, input: wanted })
      : await updateContact({ actor, input: { contactId, wanted } });
  revalidatePath(page);
  if (contactId === "") redirect(`${page}/${contact_id}?saved=1`);
  return { contactId: contact_id };
});

/** Deletes a contact; its messages stay. */
export const deleteContactAction = accountAction<never>(async (form, { actor }) => {
  await deleteContact({ actor, input: { contactId: textOf(form, "contact_id") } });
  revalidatePath(page);
  redirect(page);
});

/** Erases a person everywhere, for the number typed again. */
export const erasePersonAction = accountAction(async (form, { actor }) => {
  const number = textOf(form, "number");
  const confirmation = textOf(form, "confirmation");
  const erased = await erasePerson({ actor, input: { number, confirmation } });
  return { number, ...erased };
});

/** The fields in their rows; a name that stood in the form before and is in no row any more is removed. */
function fieldsOf(form: FormInput): Record<string, string | null> {
  const names = listOf(form, "field_name").map((name) => name.trim());
  const values = listOf(form, "field_value");
  const rows = names.map((name, place): [string, string] => [name, values[place] ?? ""]);
  const known = listOf(form, "known_field").map((name): [string, null] => [name, null]);
  return Object.fromEntries([...known, ...rows.filter(([name]) => name !== "")]);
}

function listOf(form: FormInput, field: string): string[] {
  const value = form[field] ?? [];
  return typeof value === "string" ? [value] : value;
}

function textOf(form: FormInput, field: string): string {
  const value = form[field];
  return typeof value === "string" ? value : "";
}
