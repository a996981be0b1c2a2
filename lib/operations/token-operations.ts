import { z } from "zod";
import {
  CreateTokenInput,
  FreshTokenView,
  RotateTokenInput,
  TokenList,
  TokenView,
  UpdateTokenInput,
} from "../tokens/contract";
import { exampleToken } from "./examples";
import type { Operation } from "./operation";

const TokenParams = z.object({
  token_id: z
    .string()
    .meta({ description: "ID of the token.", param: { example: exampleToken.token_id } }),
});

const maxBytes = 16_384;
const secret = "actio_live_7Hq2…c2a9";
const untouched = { ...exampleToken, last_used_at: null, last_used_address: null, requests_24h: 0 };

const listTokens = {
  id: "listTokens",
  method: "get",
  path: "/api/tokens",
  tag: "Tokens",
  summary: "List tokens",
  description:
    "All tokens of the account, newest first, including revoked and expired ones. Never returns a secret.",
  scope: "manage",
  answers: {
    200: {
      description: "The tokens.",
      schema: TokenList,
      examples: [{ name: "tokens", summary: "One token", value: { data: [exampleToken] } }],
    },
  },
  errors: [],
} satisfies Operation;

const createToken = {
  id: "createToken",
  method: "post",
  path: "/api/tokens",
  tag: "Tokens",
  summary: "Create a token",
  description:
    "The secret is in this response and never shown again. A token can't create one with more rights than its own: no scope it lacks, live only if it is live, no later `expires_at`, none that sends live messages if it has a `daily_limit`, no `cidrs` outside its own (without a list it may list any). Otherwise 403. An account has at most 50 active tokens.",
  scope: "manage",
  body: {
    schema: CreateTokenInput,
    maxBytes,
    examples: [
      {
        name: "plain",
        summary: "Send and read, from anywhere, until revoked",
        value: { name: "Web shop", mode: "live" },
      },
      {
        name: "limited",
        summary: "Only to send, 1,000 credits per day, from one network, until the end of the year",
        value: {
          name: "Web shop",
          mode: "live",
          scopes: ["send"],
          cidrs: ["203.0.113.0/24"],
          daily_limit: 1000,
          expires_at: "2026-12-31T23:59:59Z",
        },
      },
    ],
  },
  answers: {
    201: {
      description: "The token with its secret.",
      schema: FreshTokenView,
      examples: [
        {
          name: "plain",
          summary: "Send and read, from anywhere, until revoked",
          value: { ...untouched, cidrs: [], token: secret },
        },
      ],
    },
  },
  errors: ["conflict"],
} satisfies Operation;

const getToken = {
  id: "getToken",
  method: "get",
  path: "/api/tokens/{token_id}",
  tag: "Tokens",
  summary: "Get a token",
  description: "What the token may do and when it was last used. Never its secret.",
  scope: "manage",
  params: TokenParams,
  answers: {
    200: {
      description: "The token.",
      schema: TokenView,
      examples: [{ name: "token", summary: "In use", value: exampleToken }],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const updateToken = {
  id: "updateToken",
  method: "patch",
  path: "/api/tokens/{token_id}",
  tag: "Tokens",
  summary: "Change the spend limit of a token",
  description:
    "Sets how many credits the token may spend on one day (UTC). What it has spent today counts, and the limit holds for every message that is accepted after the response. A token with a limit can't change live tokens that send.",
  scope: "manage",
  params: TokenParams,
  body: {
    schema: UpdateTokenInput,
    maxBytes,
    examples: [
      { name: "limit", summary: "1,000 credits per day", value: { daily_limit: 1000 } },
      { name: "none", summary: "No limit", value: { daily_limit: null } },
    ],
  },
  answers: {
    200: {
      description: "The token with its limit.",
      schema: TokenView,
      examples: [
        {
          name: "limit",
          summary: "1,000 credits per day",
          value: { ...exampleToken, daily_limit: 1000, spent_today: 120 },
        },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const revokeToken = {
  id: "revokeToken",
  method: "delete",
  path: "/api/tokens/{token_id}",
  tag: "Tokens",
  summary: "Revoke a token",
  description:
    "The token is rejected everywhere from the next request on. Any token may revoke itself; for other tokens the scope `manage` is needed. You can repeat the request.",
  scope: "any",
  params: TokenParams,
  answers: {
    200: {
      description: "The token, revoked.",
      schema: TokenView,
      examples: [
        {
          name: "revoked",
          summary: "Revoked",
          value: { ...exampleToken, revoked_at: "2026-05-15T15:02:11.048Z" },
        },
      ],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const rotateToken = {
  id: "rotateToken",
  method: "post",
  path: "/api/tokens/{token_id}/rotate",
  tag: "Tokens",
  summary: "Rotate the secret of a token",
  description:
    "Only the secret changes. The old secret stops working immediately, or after `grace_hours`, so that nothing stops while you deploy the new one. The body is optional.",
  scope: "manage",
  params: TokenParams,
  body: {
    schema: RotateTokenInput,
    maxBytes,
    isOptional: true,
    examples: [
      { name: "grace", summary: "The old secret goes on for a day", value: { grace_hours: 24 } },
    ],
  },
  answers: {
    200: {
      description: "The token with its new secret.",
      schema: FreshTokenView,
      examples: [
        {
          name: "grace",
          summary: "The old secret goes on for a day",
          value: {
            ...exampleToken,
            rotated_at: "2026-05-15T15:02:11.048Z",
            previous_secret: { masked: "actio_live_…9f31", ends_at: "2026-05-16T15:02:11.048Z" },
            token: secret,
          },
        },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

/** `/api/tokens`. */
export const tokenOperations = {
  listTokens,
  createToken,
  getToken,
  updateToken,
  revokeToken,
  rotateToken,
};
