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

function toLine(endpoint: EndpointView): string {
  const { id, test, url } = endpoint;
  return [id, test ? "test" : "live", stateOf(endpoint).padEnd(18), url].join("  ");
}

function stateOf({ enabled, disabled_reason, listen }: EndpointView): string {
  if (!enabled) return `disabled (${disabled_reason})`;
  return listen ? "listening" : "enabled";
}
