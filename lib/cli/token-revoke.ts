import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { operatorOf } from "../core/actor";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { findToken } from "../tokens/find-token";
import { listTokens } from "../tokens/list-tokens";
import { readTokenId } from "../tokens/read-token-id";
import { revokeToken } from "../tokens/revoke-token";
import { defineCommand } from "./command";
import { tokenId } from "./options";

const byId = z.strictObject({ id: tokenId });
const byName = z.strictObject({ email: z.string().min(1), name: z.string().min(1) });

type Choice = z.output<typeof byId> | z.output<typeof byName>;

export const tokenRevoke = defineCommand<Choice>({
  words: "token revoke",
  summary: "revoke a token and all its secrets immediately",
  usage: "token revoke --id <token_id>  |  token revoke --email <email> --name <name>",
  options: { id: { type: "string" }, email: { type: "string" }, name: { type: "string" } },
  input: z.union([byId, byName], { error: "Pass either --id tok_…, or --email and --name." }),
  async run(choice) {
    const { accountId, tokenId } =
      "id" in choice ? await findToken(choice.id) : await findByName(choice);
    const view = await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
    return { lines: [`Revoked the token "${view.name}".`], json: view };
  },
});

async function findByName({ email, name }: { email: string; name: string }) {
  const { accountId } = await findAccountByEmail(email);
  const active = (await listTokens({ actor: operatorOf(accountId) })).filter(
    (token) => token.name === name && !token.revoked_at,
  );
  const [token, another] = active;
  if (!token)
    throw new AppError(
      "not_found",
      operatorSentence(`${email} has no active token named "${name}".`),
    );
  if (another)
    throw new AppError(
      "conflict",
      operatorSentence(
        `${email} has ${active.length} active tokens named "${name}"; choose one with --id.`,
      ),
    );
  return { accountId, tokenId: readTokenId(token.token_id) };
}
