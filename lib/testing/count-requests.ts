// A process that limits: each line says of which account, how many, and whether they are requests or messages
// (those one by one, or as one batch); each answer says how many it let through.
import { createInterface } from "node:readline";
import { operatorOf } from "../core/actor";
import { limitMessages } from "../sending/limit-messages";
import { limitRequests } from "../sending/limit-requests";

for await (const line of createInterface({ input: process.stdin })) {
  const [accountId = "", count = "0", what] = line.split(" ");
  const sender = operatorOf(accountId, "live");
  const asked =
    what === "messages"
      ? [limitMessages(sender, Number(count)).then(() => Number(count))]
      : Array.from({ length: Number(count) }, () => limitRequests(sender).then(() => 1));
  const accepted = await Promise.all(asked.map((each) => each.catch(() => 0)));
  process.stdout.write(`${accepted.reduce((sum, each) => sum + each, 0)}\n`);
}
