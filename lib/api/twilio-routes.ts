import type { Context } from "hono";
import { getAccount } from "../accounts/get-account";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { getBalance } from "../credits/get-balance";
import { ListMessagesQuery } from "../message-log/list-contract";
import { listMessages } from "../message-log/list-messages";
import { cancelMessage } from "../messages/cancel-message";
import { getMessage } from "../messages/get-message";
import { messageSentences } from "../messages/sentences";
import { internalCalls } from "../operations/internal-calls";
import { sendMessage } from "../sending/send-message";
import { sendWithCallback } from "../sending/send-with-callback";
import { accountResource } from "../twilio-api/account-resource";
import { messageResource } from "../twilio-api/message-resource";
import { pageResource } from "../twilio-api/page-resource";
import { readForm } from "../twilio-api/read-form";
import { readListQuery } from "../twilio-api/read-list-query";
import { readSendForm } from "../twilio-api/read-send-form";
import { twilioSentences } from "../twilio-api/sentences";
import { messageIdOf } from "../twilio-api/sids";
import { authorizeTwilio } from "./authorize-twilio";
import type { ApiEnv } from "./context";
import type { Route } from "./mount";
import { readBytes } from "./read-json";
import { apiSentences } from "./sentences";
import { withHeaderKey } from "./with-header-key";

/**
 * `/2010-04-01/…`: messages in the form of Twilio's API, for programs that speak it already. The actions behind it are those
 * of `/api/sms`.
 */
export const twilioRoutes: Route[] = [
  { call: internalCalls.getTwilioAccount, respond: getOwnAccount },
  { call: internalCalls.createTwilioMessage, respond: createMessage },
  { call: internalCalls.listTwilioMessages, respond: listPage },
  { call: internalCalls.getTwilioMessage, respond: getOne },
  { call: internalCalls.updateTwilioMessage, respond: updateOne },
  { call: internalCalls.getTwilioBalance, respond: getOwnBalance },
];

type Called = Context<ApiEnv>;

/** What programs read to find out whether their credentials are right: any token may, whatever its scopes. */
async function getOwnAccount(c: Called): Promise<Response> {
  const { actor } = await authorizeTwilio(c, "any");
  if (!c.req.path.endsWith(".json")) throw new AppError("not_found", apiSentences.noSuchPath);
  return c.json(accountResource(await getAccount({ actor })));
}

async function createMessage(c: Called): Promise<Response> {
  const { actor, accountSid, authToken } = await authorizeTwilio(c, "send");
  const { wire, statusCallback } = readSendForm(await formOf(c));
  const input = withHeaderKey(wire, c.req.header("idempotency-key"));
  const { accepted, isReplay } =
    statusCallback === null
      ? await sendMessage({ actor, input })
      : await sendWithCallback({ actor, input, callback: { url: statusCallback, authToken } });
  if (isReplay) c.header("Idempotent-Replayed", "true");
  const message = {
    ...accepted,
    message_id: accepted.message_id ?? "",
    body: accepted.store_body ? String(wire["body"]).normalize("NFC") : "",
    ...{ sent_at: null, ended_at: null, reason: null },
  };
  return c.json(messageResource(message, accountSid), 201);
}

async function listPage(c: Called): Promise<Response> {
  const { actor, accountSid } = await authorizeTwilio(c, "read");
  const query = readListQuery(new URL(c.req.url).searchParams);
  const input = parseInput(ListMessagesQuery, query.wire);
  const { data, nextCursor } = await listMessages({ actor, input });
  const messages = data.map((message) => messageResource(message, accountSid));
  return c.json(pageResource({ accountSid, messages, query, nextToken: nextCursor }));
}

async function getOne(c: Called): Promise<Response> {
  const { actor, accountSid } = await authorizeTwilio(c, "read");
  const message = await getMessage({ actor, input: { messageId: messageIdIn(c) } });
  return c.json(messageResource(message, accountSid));
}

async function updateOne(c: Called): Promise<Response> {
  const { actor, accountSid } = await authorizeTwilio(c, "send");
  const messageId = messageIdIn(c);
  const form = await formOf(c);
  if (form.get("Status") !== "canceled" || [...form.keys()].length > 1) {
    throw invalidFields({ Status: [twilioSentences.onlyCancel] });
  }
  const cancelled = await cancelMessage({ actor, input: { messageId } });
  return c.json(messageResource(cancelled, accountSid));
}

async function getOwnBalance(c: Called): Promise<Response> {
  const { actor, accountSid } = await authorizeTwilio(c, "read");
  const credits = await getBalance({ actor });
  return c.json({ account_sid: accountSid, balance: String(credits), currency: "credits" });
}

async function formOf(c: Called): Promise<URLSearchParams> {
  return readForm(await readBytes(c.req.raw), c.req.header("content-type") ?? "");
}

/** `SM….json`, the end of the path, as `msg_…`. Other representations there are none. */
function messageIdIn(c: Called): string {
  const sid = /^(.{34})\.json$/.exec(c.req.param("MessageFile") ?? "")?.[1] ?? "";
  const id = messageIdOf(sid);
  if (id === undefined) throw new AppError("not_found", messageSentences.notFound);
  return publicId("msg", id);
}
