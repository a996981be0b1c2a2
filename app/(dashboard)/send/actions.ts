"use server";

import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { getBalance } from "@/lib/credits/get-balance";
import { sendMessage } from "@/lib/messages/send-message";

/** Sends what the compose form holds, by the way every API request takes. */
export const sendFromPanel = accountAction(async (input, { session }) => {
  const { accountId } = session;
  const { accepted } = await sendMessage(toRequest(input), {
    accountId,
    tokenId: null,
    test: false,
    source: "panel",
  });
  return { accepted, balance: await getBalance(accountId) };
});

/** Undoes what a form does to values: line breaks travel as CRLF, and people write numbers with spaces. */
function toRequest(input: FormInput) {
  const { from, to, body, scheduled_at, idempotency_key } = input;
  return {
    from,
    to: typeof to === "string" ? to.replace(/[\s().-]/g, "") : to,
    body: typeof body === "string" ? body.replace(/\r\n?/g, "\n") : body,
    // Only a form set to "at a time" has this field: left empty it is a mistake, not "now".
    scheduled_at,
    idempotency_key,
  };
}
