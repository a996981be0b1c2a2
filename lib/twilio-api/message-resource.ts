import { parsePublicId } from "../core/ids";
import { recipientAddress, senderAddress } from "./addresses";
import { apiVersion } from "./callback-form";
import { rfc2822 } from "./rfc2822";
import { messageSidOf } from "./sids";
import { errorOf, statusWordOf } from "./status-words";

/** What a resource is made of, in the names of the wire: any view of a message has it. */
interface MessageFacts {
  message_id: string;
  status: string;
  from: string;
  to: string;
  body: string;
  segments: number;
  created_at: string;
  sent_at: string | null;
  ended_at: string | null;
  reason: string | null;
}

/** A message as Twilio's API shows it. It has no price: messages cost credits here. */
export function messageResource(message: MessageFacts, accountSid: string) {
  const { status, created_at, sent_at, ended_at, reason } = message;
  const state = { status, wasSent: sent_at !== null };
  const error = errorOf(state, reason);
  const sid = messageSidOf(parsePublicId("msg", message.message_id) ?? "");
  const uri = `${messagesPath(accountSid)}/${sid}`;
  return {
    account_sid: accountSid,
    api_version: apiVersion,
    body: message.body,
    date_created: rfc2822(created_at),
    date_sent: sent_at && rfc2822(sent_at),
    date_updated: rfc2822(ended_at ?? sent_at ?? created_at),
    direction: "outbound-api",
    error_code: error?.code ?? null,
    error_message: error?.message ?? null,
    from: senderAddress(message.from),
    messaging_service_sid: null,
    num_media: "0",
    num_segments: String(message.segments),
    price: null,
    price_unit: null,
    sid,
    status: statusWordOf(state),
    subresource_uris: {},
    to: recipientAddress(message.to),
    uri: `${uri}.json`,
  };
}

/** The path of an account's messages, without the ending. */
export function messagesPath(accountSid: string): string {
  return `/${apiVersion}/Accounts/${accountSid}/Messages`;
}
