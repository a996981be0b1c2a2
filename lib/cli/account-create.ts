import { z } from "zod";
import { createAccount } from "../accounts/create-account";
import { publicId } from "../core/ids";
import { defineCommand } from "./command";
import { countNoun } from "./count-noun";
import { credits, required } from "./options";

const withheld =
  "An account with this address received the welcome credits before. Use --credits to grant some anyway.";

export const accountCreate = defineCommand({
  words: "account create",
  summary: "create an account and its first user",
  usage: "account create --email <email> --password <password> [--credits <number>]",
  options: { email: { type: "string" }, password: { type: "string" }, credits: { type: "string" } },
  input: z.object({
    email: required("email"),
    password: z.string({ error: "Missing required option --password." }),
    credits: credits("credits", 0).optional(),
  }),
  async run(input) {
    const account = await createAccount({ ...input, mayAdminister: true });
    return {
      lines: [
        `Created account ${account.email} with ${countNoun(account.credits, "credit", "credits")}.`,
        ...(account.isWelcomeWithheld ? [withheld] : []),
      ],
      json: {
        account_id: publicId("acc", account.accountId),
        email: account.email,
        credits: account.credits,
      },
    };
  },
});
