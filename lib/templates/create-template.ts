import { count, eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { templates } from "@/drizzle/schema/templates";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { coreSentences } from "../core/sentences";
import { translateUsedName } from "./_find-template";
import { toTemplateView } from "./_template-view";
import { CreateTemplateInput, maxTemplates, type TemplateView } from "./contract";
import { templateSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `CreateTemplateInput` that nobody has checked. */
  input: unknown;
}

/**
 * Saves a text under a name. Throws invalid_request, conflict when the name is used or the account has 1,000 templates,
 * and forbidden without `manage_contacts`.
 */
export async function createTemplate({ actor, input }: Wanted): Promise<TemplateView> {
  demandPermission(actor, "manage_contacts");
  const wanted = parseInput(CreateTemplateInput, input);
  const { accountId } = actor;
  try {
    return await db().transaction(async (tx) => {
      await demandRoom(accountId, tx);
      const [row] = await tx
        .insert(templates)
        .values({ accountId, id: newId(), ...wanted })
        .returning();
      if (!row) throw new AppError("internal", coreSentences.internal);
      const target = { id: publicId("tpl", row.id), name: row.name };
      await recordActivity({ actor, action: "template.created", target }, tx);
      return toTemplateView(row);
    });
  } catch (error) {
    throw translateUsedName(error);
  }
}

/** Holds the account's row until commit, so that two at once cannot both be the thousandth. */
async function demandRoom(accountId: string, tx: Tx): Promise<void> {
  const locked = await tx.execute(
    sql`select 1 from ${accounts} where id = ${accountId} for no key update`,
  );
  if (locked.length === 0) throw new AppError("not_found", coreSentences.accountNotFound);
  const [held] = await tx
    .select({ templates: count() })
    .from(templates)
    .where(eq(templates.accountId, accountId));
  if ((held?.templates ?? 0) < maxTemplates) return;
  throw new AppError("conflict", templateSentences.tooMany({ max: maxTemplates }));
}
