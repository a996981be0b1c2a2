import { z } from "zod";
import { listAccounts } from "../accounts/list-accounts";
import { publicId } from "../core/ids";
import { defineCommand } from "./command";

export const accountList = defineCommand({
  words: "account list",
  summary: "list all accounts, oldest first",
  usage: "account list",
  options: {},
  input: z.object({}),
  async run() {
    const accounts = await listAccounts();
    const lines = accounts.map(({ email, status, credits, createdAt }) =>
      [
        createdAt.toISOString().slice(0, 10),
        String(credits).padStart(10),
        status.padEnd(9),
        email,
      ].join("  "),
    );
    return {
      lines: lines.length > 0 ? lines : ["No accounts yet."],
      json: accounts.map(({ accountId, email, status, credits, createdAt }) => ({
        account_id: publicId("acc", accountId),
        email,
        status,
        credits,
        created_at: createdAt.toISOString(),
      })),
    };
  },
});
