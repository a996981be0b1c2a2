import { z } from "zod";
import { InboundPage, InboundView, ListInboundQuery } from "../inbound/contract";
import type { Operation } from "./operation";

const exampleInbound = {
  message_id: "inb_01HQX7Z9M4T1B7QF0C2V8K6D3R",
  from: "48732129000",
  to: "48500100200",
  body: "Thanks!",
  keyword: null,
  in_reply_to: null,
  carrier: "main",
  sent_at: "2026-05-15T14:23:47.291Z",
  received_at: "2026-05-15T14:23:48.511Z",
  test: false,
  body_erased_at: null,
};

const listInbound = {
  id: "listInbound",
  method: "get",
  path: "/api/inbound",
  tag: "Inbound",
  summary: "List received messages",
  description: "Messages from phones, newest first. A test token lists those of test mode.",
  scope: "read",
  query: ListInboundQuery,
  answers: {
    200: {
      description: "A page of messages.",
      schema: InboundPage,
      examples: [
        {
          name: "page",
          summary: "One message",
          value: { data: [exampleInbound], next_cursor: null },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const getInbound = {
  id: "getInbound",
  method: "get",
  path: "/api/inbound/{message_id}",
  tag: "Inbound",
  summary: "Get a received message",
  description: "One message from a phone.",
  scope: "read",
  params: z.object({
    message_id: z.string().meta({
      description: "ID of the message.",
      param: { example: exampleInbound.message_id },
    }),
  }),
  answers: {
    200: {
      description: "The message.",
      schema: InboundView,
      examples: [{ name: "message", summary: "A reply", value: exampleInbound }],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

/** `/api/inbound`. */
export const inboundOperations = { listInbound, getInbound };
