import { z } from "zod";
import { ListMessagesQuery, MessagePage } from "../message-log/list-contract";
import { MessageDetail, MessageView } from "../messages/contract";
import { RescheduleInput } from "../messages/schedule-contract";
import {
  deliveredDetail,
  deliveredMessage,
  exampleMessageId,
  later,
  scheduledMessage,
} from "./examples";
import type { Operation } from "./operation";

const MessageParams = z.object({
  message_id: z
    .string()
    .meta({ description: "ID of the message.", param: { example: exampleMessageId } }),
});

const listMessages = {
  id: "listMessages",
  method: "get",
  path: "/api/sms",
  tag: "Messages",
  summary: "List messages",
  description:
    "Messages that match every filter, newest first. Follow `next_cursor` until it is null; new messages never shift a page.",
  scope: "read",
  query: ListMessagesQuery,
  answers: {
    200: {
      description: "A page of messages.",
      schema: MessagePage,
      examples: [
        {
          name: "page",
          summary: "One message, with more pages",
          value: { data: [deliveredMessage], next_cursor: "AYvx5-jNdT4d4m3Wb4D09A" },
        },
        {
          name: "nothing",
          summary: "No message matches these filters",
          value: { data: [], next_cursor: null },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const getMessage = {
  id: "getMessage",
  method: "get",
  path: "/api/sms/{message_id}",
  tag: "Messages",
  summary: "Get a message with its history",
  description:
    "One message and everything that happened to it, oldest first. A test token finds test messages only, also to reschedule or cancel them.",
  scope: "read",
  params: MessageParams,
  answers: {
    200: {
      description: "The message and its events.",
      schema: MessageDetail,
      examples: [{ name: "delivered", summary: "Delivered", value: deliveredDetail }],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const rescheduleMessage = {
  id: "rescheduleMessage",
  method: "patch",
  path: "/api/sms/{message_id}",
  tag: "Messages",
  summary: "Reschedule a message",
  description:
    "Gives a message that still waits for its time another one. Its validity keeps its length and its price stays. A time in the last five minutes sends it now.",
  scope: "send",
  params: MessageParams,
  body: {
    schema: RescheduleInput,
    maxBytes: 65_536,
    examples: [{ name: "later", summary: "Another time", value: { scheduled_at: later } }],
  },
  answers: {
    200: {
      description: "The message with its new time.",
      schema: MessageView,
      examples: [{ name: "later", summary: "Another time", value: scheduledMessage }],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const cancelMessage = {
  id: "cancelMessage",
  method: "delete",
  path: "/api/sms/{message_id}",
  tag: "Messages",
  summary: "Cancel a message",
  description:
    "Cancels a message that was not sent to the carrier, and refunds its credits immediately. You can repeat the request.",
  scope: "send",
  params: MessageParams,
  answers: {
    200: {
      description: "The message, cancelled.",
      schema: MessageView,
      examples: [
        {
          name: "cancelled",
          summary: "Cancelled",
          value: {
            ...scheduledMessage,
            status: "cancelled",
            ended_at: "2026-05-15T15:02:11.048Z",
          },
        },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

/** `/api/sms` and `/api/sms/{message_id}`: what was sent. */
export const smsOperations = { listMessages, getMessage, rescheduleMessage, cancelMessage };
