import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { parsePublicId } from "../core/ids";
import { addNumber } from "../inbound/add-number";
import { defineCommand } from "./command";
import { required } from "./options";

export const numberAdd = defineCommand({
  words: "number add",
  summary: "assign a number that phones can write to",
  usage: "number add --account <email or acc_…> --number <E.164 or short code> --carrier <name>",
  options: {
    account: { type: "string" },
    number: { type: "string" },
    carrier: { type: "string" },
  },
  input: z.object({
    account: required("account"),
    number: required("number"),
    carrier: required("carrier"),
  }),
  async run({ account, number, carrier }) {
    const accountId =
      parsePublicId("acc", account) ?? (await findAccountByEmail(account)).accountId;
    const added = await addNumber({ actor: operatorOf(accountId), input: { number, carrier } });
    return {
      lines: [`What phones send to ${added} through ${carrier} now belongs to ${account}.`],
      json: { number: added, carrier, account },
    };
  },
});
