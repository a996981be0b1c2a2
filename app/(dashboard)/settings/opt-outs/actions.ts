"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { invalidFields } from "@/lib/core/invalid-fields";
import { readNumber } from "@/lib/numbers/read-number";
import { addOptOut } from "@/lib/opt-outs/add-opt-out";
import { maxImported } from "@/lib/opt-outs/contract";
import { importOptOuts } from "@/lib/opt-outs/import-opt-outs";
import { removeOptOut } from "@/lib/opt-outs/remove-opt-out";
import { optOutSentences } from "@/lib/opt-outs/sentences";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { readImport } from "./read-import";

const page = "/settings/opt-outs";
/** Longest text of an import: a number, a sender, and a reason a line. */
const maxImportLength = 900_000;

/** Opts a number out, as it is written in the account's country. */
export const addOptOutAction = accountAction(async (form, { actor }) => {
  const reading = readNumber(textOf(form, "number"), await getDefaultCountry({ actor }));
  if (!("to" in reading)) throw invalidFields({ number: [reading.sentence] });
  const wanted = {
    number: reading.to,
    sender: textOf(form, "sender") || null,
    reason: textOf(form, "reason") || null,
  };
  const { number } = await addOptOut({ actor, input: wanted });
  revalidatePath(page);
  return { number };
});

/** Lets a number get messages of a sender again. */
export const removeOptOutAction = accountAction(async (form, { actor }) => {
  const number = textOf(form, "number");
  await removeOptOut({ actor, input: { number, sender: textOf(form, "sender") } });
  revalidatePath(page);
  return { number };
});

/** Adds the opt-outs of a pasted list; which lines are none is said by their places. */
export const importOptOutsAction = accountAction(async (form, { actor }) => {
  const text = textOf(form, "list");
  const tooMany = optOutSentences.tooManyLines({ max: maxImported });
  if (text.length > maxImportLength) throw invalidFields({ list: [tooMany] });
  const lines = readImport(text);
  if (lines.length === 0) throw invalidFields({ list: [optOutSentences.noNumbers] });
  if (lines.length > maxImported) throw invalidFields({ list: [tooMany] });
  const input = { opt_outs: lines.map(({ entry }) => entry) };
  const { errors, ...counts } = await importOptOuts({ actor, input });
  revalidatePath(page);
  const wrong = errors.map(({ index, detail }) => ({ line: lines[index]?.line ?? 0, detail }));
  return { ...counts, wrong };
});

function textOf(form: FormInput, field: string): string {
  const value = form[field];
  return typeof value === "string" ? value : "";
}
