import type { UserActor } from "@/lib/core/actor";
import type { InboundView } from "@/lib/inbound/contract";
import { listInbound } from "@/lib/inbound/list-inbound";
import { listMessages } from "@/lib/message-log/list-messages";
import type { MessageView } from "@/lib/messages/contract";

/** A message of a conversation, whichever way it went. */
export type ThreadLine =
  | { kind: "received"; at: string; message: InboundView }
  | { kind: "sent"; at: string; message: MessageView };

const most = 100;

/** Whether a message can be sent to what a carrier named as the phone. */
export function isNumber(phone: string): boolean {
  return /^[1-9]\d{4,14}$/.test(phone);
}

/** The newest messages from a phone and to it, oldest first. */
export async function readThread(actor: UserActor, phone: string): Promise<ThreadLine[]> {
  const [received, sent] = await Promise.all([
    listInbound({ actor, input: { from: phone, limit: most } }),
    isNumber(phone) ? listMessages({ actor, input: { to: phone, limit: most } }) : { data: [] },
  ]);
  const lines: ThreadLine[] = [
    ...received.data.map((message) => {
      return { kind: "received" as const, at: message.received_at, message };
    }),
    ...sent.data.map((message) => ({ kind: "sent" as const, at: message.created_at, message })),
  ];
  return lines.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(-most);
}
