import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { grantCredits } from "../credits/grant-credits";
import { defineCommand } from "./command";
import { countNoun } from "./count-noun";
import { credits, required } from "./options";

export const creditsGrant = defineCommand({
  words: "credits grant",
  summary: "grant credits to an account",
  usage: "credits grant --email <email> --amount <number> --note <why>",
  options: { email: { type: "string" }, amount: { type: "string" }, note: { type: "string" } },
  input: z.object({
    email: required("email"),
    amount: credits("amount", 1),
    note: required("note"),
  }),
  async run({ email, amount, note }) {
    const account = await findAccountByEmail(email);
    const balance = await grantCredits({
      actor: operatorOf(account.accountId),
      input: { credits: amount, note },
    });
    return {
      lines: [
        `Granted ${countNoun(amount, "credit", "credits")} to ${account.email}. New balance: ${balance}.`,
      ],
      json: { email: account.email, granted: amount, credits: balance },
    };
  },
});
