import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { createEndpoint } from "../webhooks/create-endpoint";
import { defineCommand } from "./command";
import { required } from "./options";

export const webhookCreate = defineCommand({
  words: "webhook create",
  summary: "create a webhook endpoint and show its secret",
  usage:
    "webhook create --email <email> --url <url> [--events sms.delivered,sms.failed] [--description <text>] [--test]",
  options: {
    email: { type: "string" },
    url: { type: "string" },
    events: { type: "string" },
    description: { type: "string" },
    test: { type: "boolean" },
  },
  input: z.object({
    email: required("email"),
    url: required("url"),
    events: z
      .string()
      .transform((list) => list.split(",").map((event) => event.trim()))
      .optional(),
    description: z.string().optional(),
    test: z.boolean().default(false),
  }),
  async run({ email, test, ...input }) {
    const { accountId } = await findAccountByEmail(email);
    const endpoint = await createEndpoint({
      actor: operatorOf(accountId, test ? "test" : "live"),
      input,
    });
    return {
      lines: [
        `Created ${endpoint.id} for ${endpoint.events.join(", ")}. Its secret:`,
        endpoint.secret,
      ],
      json: endpoint,
    };
  },
});
