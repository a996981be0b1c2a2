import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { CreateTokenInput } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { defineCommand } from "./command";
import { completeTime, required, splitList } from "./options";

const fields = CreateTokenInput.in.shape;

export const tokenCreate = defineCommand({
  words: "token create",
  summary: "create an API token and show it once",
  usage:
    "token create --email <email> --name <name> [--test] [--scopes send,read,manage] [--expires 90d|2027-05-15|<ISO 8601>] [--cidr 203.0.113.0/24,2001:db8::/32] [--daily-limit 1000]",
  options: {
    email: { type: "string" },
    name: { type: "string" },
    test: { type: "boolean" },
    scopes: { type: "string" },
    expires: { type: "string" },
    cidr: { type: "string" },
    "daily-limit": { type: "string" },
  },
  input: z.object({
    email: required("email"),
    name: required("name"),
    test: z.boolean().default(false),
    scopes: z.preprocess(splitList, fields.scopes),
    expires: z.preprocess(completeTime, fields.expires_at),
    cidr: z.preprocess(splitList, fields.cidrs),
    "daily-limit": z.preprocess(
      (text) => (text === undefined ? text : Number(text)),
      fields.daily_limit,
    ),
  }),
  async run({ email, name, test, scopes, expires, cidr, "daily-limit": dailyLimit }) {
    const { accountId } = await findAccountByEmail(email);
    const { token, view } = await createToken({
      actor: operatorOf(accountId),
      input: {
        name,
        mode: test ? "test" : "live",
        scopes,
        expires_at: expires?.toISOString(),
        cidrs: cidr,
        daily_limit: dailyLimit,
      },
    });
    const until = view.expires_at ? ` until ${view.expires_at}` : "";
    const from = view.cidrs.length > 0 ? ` from ${view.cidrs.join(", ")}` : "";
    const may = `This ${view.mode} token may ${view.scopes.join(", ")}${until}${from}`;
    return { lines: [token, `${may}; it is not shown again.`], json: { ...view, token } };
  },
});
