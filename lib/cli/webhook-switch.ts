import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { type Command, defineCommand } from "./command";
import { required } from "./options";

export const webhookEnable = switchCommand("enable", "enable a webhook endpoint");
export const webhookDisable = switchCommand(
  "disable",
  "disable a webhook endpoint; pending deliveries can be replayed",
);

function switchCommand(verb: "enable" | "disable", summary: string): Command {
  return defineCommand({
    words: `webhook ${verb}`,
    summary,
    usage: `webhook ${verb} --email <email> --id <endpoint_id>`,
    options: { email: { type: "string" }, id: { type: "string" } },
    input: z.object({ email: required("email"), id: required("id") }),
    async run({ email, id }) {
      const { accountId } = await findAccountByEmail(email);
      const endpoint = await updateEndpoint({
        actor: operatorOf(accountId),
        input: { endpointId: id, wanted: { enabled: verb === "enable" } },
      });
      return { lines: [`${endpoint.url} is ${verb}d.`], json: endpoint };
    },
  });
}
