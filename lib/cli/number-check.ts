import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { parsePublicId } from "../core/ids";
import type { NumberLookup } from "../lookups/contract";
import { lookUpNumber } from "../lookups/look-up-number";
import { defineCommand } from "./command";
import { required } from "./options";

const noNumber = "Missing the number.";

export const numberCheck = defineCommand({
  words: "number check",
  summary: "show what is known of a number, and whether it has opted out of an account's messages",
  usage: "number check <number> --account <email or acc_…> [--country <two letters>]",
  operand: "number",
  options: { account: { type: "string" }, country: { type: "string" } },
  input: z.object({
    number: z.string({ error: noNumber }).trim().min(1, noNumber),
    account: required("account"),
    country: z.string().optional(),
  }),
  async run({ number, account, country }) {
    const accountId =
      parsePublicId("acc", account) ?? (await findAccountByEmail(account)).accountId;
    const found = await lookUpNumber({ actor: operatorOf(accountId), input: { number, country } });
    return { lines: linesOf(found), json: found };
  },
});

function linesOf(found: NumberLookup): string[] {
  const { number, range_holder: holder, suggestion } = found;
  return [
    ...(number === null ? [] : [`${number}  ${found.international}`]),
    ...(number === null ? [] : [`${found.type} number, ${found.country ?? "no country"}`]),
    ...(holder === null ? [] : [`The range was given to ${holder.name} (${holder.source}).`]),
    ...(found.detail === null ? [] : [found.detail]),
    ...(suggestion === null ? [] : [`Use ${suggestion}.`]),
    ...(number === null ? [] : [optOutOf(found)]),
  ];
}

function optOutOf({ opted_out: isOfAll, opted_out_senders: senders }: NumberLookup): string {
  if (isOfAll) return "It has opted out of all messages of the account.";
  if (senders.length === 0) return "It has not opted out.";
  return `It has opted out of messages from ${senders.join(", ")}.`;
}
