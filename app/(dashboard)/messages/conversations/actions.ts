"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { markRead } from "@/lib/inbound/mark-read";
import { sendMessage } from "@/lib/sending/send-message";

/** Answers a phone, the same way as every API request sends. */
export const replyAction = accountAction(async (form, { actor }) => {
  const to = textOf(form, "to");
  const input = {
    to,
    from: textOf(form, "from"),
    body: textOf(form, "body").replace(/\r\n?/g, "\n"),
    idempotency_key: textOf(form, "idempotency_key") || undefined,
  };
  const { accepted } = await sendMessage({ actor, input });
  revalidatePath(`/messages/conversations/${to}`);
  return { messageId: accepted.message_id };
});

/** What the reader has on the screen is read. */
export const markReadAction = accountAction(async (form, { actor }) => {
  const marked = await markRead({ actor, input: { phone: textOf(form, "phone") } });
  return { marked };
});

function textOf(form: FormInput, field: string): string {
  const value = form[field];
  return typeof value === "string" ? value : "";
}
