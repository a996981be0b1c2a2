import type { Actor } from "../core/actor";
import { parsePublicId } from "../core/ids";
import { type LinkView, linksOfMessages } from "./links-of-messages";

interface Wanted {
  actor: Actor;
  /** As on the wire: `msg_…`. */
  input: { messageId: string };
}

/** The short links of a message of the actor's account; none for another's. Throws forbidden without `read_messages`. */
export async function listLinks({ actor, input }: Wanted): Promise<LinkView[]> {
  const messageId = parsePublicId("msg", input.messageId);
  const ids = messageId === undefined ? [] : [messageId];
  return [...(await linksOfMessages({ actor, input: ids })).values()].flat();
}
