import { publicId } from "../core/ids";
import { recordedAt } from "./event-body";
import { receivedEvent } from "./event-contract";

/** What `sms.received` tells of a message from a phone. Its event has the ID of the message. */
export interface ReceivedFacts {
  inboundId: string;
  from: string;
  to: string;
  body: string;
  receivedAt: Date;
  keyword: string | null;
  inReplyTo: string | null;
  test: boolean;
}

/** The body of `sms.received` as it is signed and posted. */
export function receivedBody(facts: ReceivedFacts): string {
  return JSON.stringify({
    event: receivedEvent,
    message_id: publicId("inb", facts.inboundId),
    to: facts.to,
    received_at: facts.receivedAt.toISOString(),
    id: publicId("evt", facts.inboundId),
    timestamp: recordedAt(facts.inboundId).toISOString(),
    from: facts.from,
    body: facts.body,
    keyword: facts.keyword,
    in_reply_to: facts.inReplyTo && publicId("msg", facts.inReplyTo),
    test: facts.test,
  });
}
