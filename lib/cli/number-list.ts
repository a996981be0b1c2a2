import { z } from "zod";
import { publicId } from "../core/ids";
import { listNumbers } from "../inbound/list-numbers";
import { defineCommand } from "./command";

export const numberList = defineCommand({
  words: "number list",
  summary: "list the numbers that phones can write to, with their accounts",
  usage: "number list",
  options: {},
  input: z.object({}),
  async run() {
    const numbers = await listNumbers();
    const lines = numbers.map(({ number, carrier, accountId, email }) =>
      [number.padEnd(15), carrier.padEnd(12), email ?? publicId("acc", accountId)].join("  "),
    );
    return {
      lines: lines.length > 0 ? lines : ["No numbers yet."],
      json: numbers.map(({ accountId, createdAt, ...number }) => ({
        ...number,
        account_id: publicId("acc", accountId),
        created_at: createdAt.toISOString(),
      })),
    };
  },
});
