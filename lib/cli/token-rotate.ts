import { z } from "zod";
import { operatorOf } from "../core/actor";
import { findToken } from "../tokens/find-token";
import { rotateToken } from "../tokens/rotate-token";
import { defineCommand } from "./command";
import { tokenId } from "./options";

export const tokenRotate = defineCommand({
  words: "token rotate",
  summary: "rotate a token's secret and show the new one once",
  usage: "token rotate --id <token_id> [--grace-hours <0 to 168>]",
  options: { id: { type: "string" }, "grace-hours": { type: "string" } },
  input: z.object({
    id: tokenId,
    "grace-hours": z
      .string()
      .regex(/^\d{1,3}$/, "--grace-hours must be a whole number from 0 to 168.")
      .transform(Number)
      .default(0),
  }),
  async run({ id, "grace-hours": hours }) {
    const { accountId, tokenId } = await findToken(id);
    const wanted = { grace_hours: hours };
    const { token, view } = await rotateToken({
      actor: operatorOf(accountId),
      input: { tokenId, wanted },
    });
    const old = view.previous_secret
      ? `The old secret works until ${view.previous_secret.ends_at}.`
      : "The old secret has stopped working.";
    return {
      lines: [token, `This is the new secret of "${view.name}"; it is not shown again. ${old}`],
      json: { ...view, token },
    };
  },
});
