// A process that limits requests: each line says of which account and how many, each answer how many it let through.
import { createInterface } from "node:readline";
import { limitRequests } from "../messages/limit-requests";

for await (const line of createInterface({ input: process.stdin })) {
  const [accountId = "", count = "0"] = line.split(" ");
  const asked = Array.from({ length: Number(count) }, () => limitRequests(accountId, false));
  const answers = await Promise.allSettled(asked);
  const accepted = answers.filter(({ status }) => status === "fulfilled").length;
  process.stdout.write(`${accepted}\n`);
}
