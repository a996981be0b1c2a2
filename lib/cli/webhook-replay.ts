import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { replayDeliveries } from "../deliveries/replay-deliveries";
import { defineCommand } from "./command";
import { countNoun } from "./count-noun";
import { required } from "./options";

export const webhookReplay = defineCommand({
  words: "webhook replay",
  summary: "replay events: one event, all failed, or all never attempted",
  usage:
    "webhook replay --email <email> --id <endpoint_id> --event <event_id> | --failed-since <time> | --missing-since <time> [--dry-run]",
  options: {
    email: { type: "string" },
    id: { type: "string" },
    event: { type: "string" },
    "failed-since": { type: "string" },
    "missing-since": { type: "string" },
    "dry-run": { type: "boolean" },
  },
  input: z.object({
    email: required("email"),
    id: required("id"),
    event: z.string().optional(),
    "failed-since": z.string().optional(),
    "missing-since": z.string().optional(),
    "dry-run": z.boolean().optional(),
  }),
  async run({ email, id, ...which }) {
    const { accountId } = await findAccountByEmail(email);
    const replay = await replayDeliveries({
      actor: operatorOf(accountId),
      input: {
        endpointId: id,
        wanted: {
          event_id: which.event,
          failed_since: which["failed-since"],
          missing_since: which["missing-since"],
          dry_run: which["dry-run"],
        },
      },
    });
    const events = countNoun(replay.count, "event", "events");
    return {
      lines: [replay.dry_run ? `${events} would be replayed.` : `${events} will be replayed.`],
      json: replay,
    };
  },
});
