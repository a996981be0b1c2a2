import { z } from "zod";
import { findAdministrator } from "../accounts/find-administrator";
import { carrierNames, findReady } from "../carriers/choose-carrier";
import { type Actor, operatorOf } from "../core/actor";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import type { MessageDetail } from "../messages/contract";
import { getMessage } from "../messages/get-message";
import { isTerminal } from "../messages/status";
import { isWorkerAlive } from "../queue/is-worker-alive";
import { sendMessage } from "../sending/send-message";
import { defineCommand, type Outcome } from "./command";
import { required } from "./options";

const waitMs = 120_000;
const lookEveryMs = 500;

export const carrierTest = defineCommand({
  words: "carrier test",
  summary: "send a real message through a carrier and follow it to its receipt",
  usage: "carrier test --name <carrier> --to <number> [--from <sender>] [--body <text>]",
  options: {
    name: { type: "string" },
    to: { type: "string" },
    from: { type: "string" },
    body: { type: "string" },
  },
  input: z.object({
    name: required("name"),
    to: required("to"),
    from: z.string().optional(),
    body: z.string().optional(),
  }),
  run: testCarrier,
});

interface Test {
  name: string;
  to: string;
  from?: string | undefined;
  body?: string | undefined;
  /** False if nothing can report to this installation: being sent is the end then. */
  expectsReceipt?: boolean;
}

/** Sends a real message through a carrier, from the administrator's account, and follows it for two minutes at most. */
export async function testCarrier(asked: Test): Promise<Outcome> {
  const actor = operatorOf(await findAdministrator(), "live");
  const messageId = await sendThrough(asked, actor);
  const isOver = (status: MessageDetail["status"]) =>
    isTerminal(status) || (status === "sent" && asked.expectsReceipt === false);
  const { status, events, wait_reason: wait } = await follow({ messageId, actor, isOver });
  const last = isOver(status)
    ? `It is ${status}.`
    : `It is ${status} after two minutes${wait ? `: ${wait}` : ""}.`;
  return {
    lines: [
      `Accepted as ${messageId}.`,
      ...events.map(({ type, reason }) => (reason ? `${type}: ${reason}` : type)),
      last,
    ],
    json: { message_id: messageId, status },
    ...(status === "delivered" ? {} : { hasViolation: true }),
  };
}

async function sendThrough({ name, to, from, body }: Test, actor: Actor): Promise<string> {
  const ready = findReady(name);
  if (!ready)
    throw wrong(`There is no carrier named ${name}; known are ${carrierNames().join(", ")}.`);
  if (!(await isWorkerAlive()))
    throw wrong("No worker is running: start one with npm start, and retry.");
  const { accepted } = await sendMessage({
    actor,
    input: {
      from: from ?? ready.common.from?.find((sender) => !sender.includes("*")) ?? "Depesza",
      to: to.replace(/^\+/, ""),
      body: body ?? `A test of the carrier ${name}.`,
    },
    carrier: name,
  });
  return accepted.message_id ?? "";
}

interface Following {
  messageId: string;
  actor: Actor;
  isOver: (status: MessageDetail["status"]) => boolean;
}

/** Looks at a message until it has ended, or two minutes have passed. */
async function follow({ messageId, actor, isOver }: Following): Promise<MessageDetail> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const message = await getMessage({ actor, input: { messageId } });
    if (isOver(message.status) || Date.now() > deadline) return message;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

function wrong(sentence: string): AppError {
  return new AppError("invalid_request", operatorSentence(sentence));
}
