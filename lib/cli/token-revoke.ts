import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { AppError } from "../core/errors";
import { parsePublicId, publicId } from "../core/ids";
import { findToken } from "../tokens/find-token";
import { listTokens } from "../tokens/list-tokens";
import { revokeToken } from "../tokens/revoke-token";
import { defineCommand } from "./command";

const tokenId = z
  .string()
  .transform((text) => parsePublicId("tok", text) ?? text)
  .pipe(z.guid("--id must look like tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA."));
const byId = z.strictObject({ id: tokenId });
const byName = z.strictObject({ email: z.string().min(1), name: z.string().min(1) });

type Choice = z.output<typeof byId> | z.output<typeof byName>;

export const tokenRevoke = defineCommand<Choice>({
  words: "token revoke",
  summary: "ends a token at once",
  usage: "token revoke --id <token_id>  |  token revoke --email <e-mail> --name <name>",
  options: { id: { type: "string" }, email: { type: "string" }, name: { type: "string" } },
  input: z.union([byId, byName], { error: "Give either --id tok_…, or --email and --name." }),
  async run(choice) {
    const token = "id" in choice ? await findToken(choice.id) : await findByName(choice);
    const { tokenId, name, revokedAt } = await revokeToken(token);
    return {
      lines: [`Revoked the token "${name}".`],
      json: { token_id: publicId("tok", tokenId), name, revoked_at: revokedAt.toISOString() },
    };
  },
});

async function findByName({ email, name }: { email: string; name: string }) {
  const { accountId } = await findAccountByEmail(email);
  const active = (await listTokens(accountId)).filter(
    (token) => token.name === name && !token.revokedAt,
  );
  const [token, another] = active;
  if (!token) throw new AppError("not_found", `${email} has no active token named "${name}".`);
  if (another)
    throw new AppError(
      "conflict",
      `${email} has ${active.length} active tokens named "${name}"; say which one with --id.`,
    );
  return { accountId, tokenId: token.tokenId };
}
