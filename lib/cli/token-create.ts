import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { publicId } from "../core/ids";
import { CreateTokenInput } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { defineCommand } from "./command";
import { required } from "./options";

export const tokenCreate = defineCommand({
  words: "token create",
  summary: "makes an API token and shows it once",
  usage: "token create --email <e-mail> --name <name> [--test] [--scopes send,read,manage]",
  options: {
    email: { type: "string" },
    name: { type: "string" },
    test: { type: "boolean" },
    scopes: { type: "string" },
  },
  input: z.object({
    email: required("email"),
    name: required("name"),
    test: z.boolean().default(false),
    scopes: z.preprocess(
      (list) => (typeof list === "string" ? list.split(",").map((scope) => scope.trim()) : list),
      CreateTokenInput.shape.scopes,
    ),
  }),
  async run({ email, name, test, scopes }) {
    const { accountId } = await findAccountByEmail(email);
    const mode = test ? "test" : "live";
    const created = await createToken({ accountId, name, mode, scopes });
    return {
      lines: [
        created.token,
        `This ${mode} token may ${created.scopes.join(", ")}; it is not shown again.`,
      ],
      json: {
        token_id: publicId("tok", created.tokenId),
        token: created.token,
        name: created.name,
        mode: created.mode,
        scopes: created.scopes,
        created_at: created.createdAt.toISOString(),
      },
    };
  },
});
