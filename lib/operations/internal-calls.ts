import type { Call } from "./call-contract";

/**
 * The calls that the document does not describe: from carriers, the payment provider, Prometheus, and readers of the
 * document, which carry neither a token nor a session, those in the form of Twilio's API, and, by a protocol of their own,
 * agents.
 */
export const internalCalls = {
  receiveCarrierEvents: {
    method: "post",
    path: "/api/webhooks/{carrier}/{secret}",
    body: { maxBytes: 262_144 },
  },
  receiveCarrierEventsBehind: {
    method: "post",
    path: "/api/webhooks/{carrier}/{secret}/{rest+}",
    body: { maxBytes: 262_144 },
  },
  receiveCarrierQuery: { method: "get", path: "/api/webhooks/{carrier}/{secret}" },
  receiveCarrierQueryBehind: { method: "get", path: "/api/webhooks/{carrier}/{secret}/{rest+}" },
  receiveStripeEvent: {
    method: "post",
    path: "/api/payments/stripe",
    body: { maxBytes: 262_144 },
  },
  callAgentTool: { method: "post", path: "/api/mcp", body: { maxBytes: 65_536 } },
  getTwilioAccount: {
    method: "get",
    path: "/2010-04-01/Accounts/{AccountFile}",
  },
  createTwilioMessage: {
    method: "post",
    path: "/2010-04-01/Accounts/{AccountSid}/Messages.json",
    body: { maxBytes: 65_536 },
  },
  listTwilioMessages: {
    method: "get",
    path: "/2010-04-01/Accounts/{AccountSid}/Messages.json",
  },
  getTwilioMessage: {
    method: "get",
    path: "/2010-04-01/Accounts/{AccountSid}/Messages/{MessageFile}",
  },
  updateTwilioMessage: {
    method: "post",
    path: "/2010-04-01/Accounts/{AccountSid}/Messages/{MessageFile}",
    body: { maxBytes: 16_384 },
  },
  getTwilioBalance: {
    method: "get",
    path: "/2010-04-01/Accounts/{AccountSid}/Balance.json",
  },
  getFigures: { method: "get", path: "/api/metrics" },
  getDocument: { method: "get", path: "/api/openapi.json" },
  getCollection: { method: "get", path: "/api/postman.json" },
} satisfies Record<string, Call>;
