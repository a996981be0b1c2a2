import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import type { EndpointView } from "../webhooks/contract";
import { listEndpoints } from "../webhooks/list-endpoints";
import { defineCommand } from "./command";
import { required } from "./options";

export const webhookList = defineCommand({
  words: "webhook list",
  summary: "list an account's webhook endpoints, oldest first",
  usage: "webhook list --email <email>",
  options: { email: { type: "string" } },
  input: z.object({ email: required("email") }),
  async run({ email }) {
    const { accountId } = await findAccountByEmail(email);
    const endpoints = await listEndpoints({ actor: operatorOf(accountId) });
    return {
      lines: endpoints.length > 0 ? endpoints.map(toLine) : ["No endpoints yet."],
      json: endpoints,
    };
  },
});

function toLine({ id, test, enabled, disabled_reason, url }: EndpointView): string {
  const state = enabled ? "enabled" : `disabled (${disabled_reason})`;
  return [id, test ? "test" : "live", state.padEnd(18), url].join("  ");
}
