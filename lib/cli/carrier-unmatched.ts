import { z } from "zod";
import { listUnmatched } from "../receipts/list-unmatched";
import { defineCommand } from "./command";

const maxRows = 200;

export const carrierUnmatched = defineCommand({
  words: "carrier unmatched",
  summary: "list carrier events that match no message, newest first",
  usage: "carrier unmatched",
  options: {},
  input: z.object({}),
  async run() {
    const receipts = await listUnmatched(maxRows);
    const lines = receipts.map(({ carrier, ref, status, receivedAt, isFresh }) =>
      [
        receivedAt.toISOString(),
        carrier.padEnd(9),
        status.padEnd(9),
        ref,
        ...(isFresh ? ["(may still be matched)"] : []),
      ].join("  "),
    );
    return {
      lines: lines.length > 0 ? lines : ["Every event so far belongs to a message."],
      json: receipts.map(({ carrier, ref, status, receivedAt, isFresh, raw }) => ({
        carrier,
        message_id: ref,
        status,
        received_at: receivedAt.toISOString(),
        may_still_be_matched: isFresh,
        event: raw,
      })),
    };
  },
});
