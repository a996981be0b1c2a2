import { and, desc, eq, lt, type SQL } from "drizzle-orm";
import { templates } from "@/drizzle/schema/templates";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { toTemplateView } from "./_template-view";
import type { ListTemplatesQuery, TemplateView } from "./contract";
import { templateSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: ListTemplatesQuery;
}

/**
 * The templates of the account, newest first; `nextCursor` is null at the end. Throws invalid_request for a cursor that
 * is none, and forbidden without `read_contacts`.
 */
export async function listTemplates({ actor, input }: Wanted): Promise<{
  data: TemplateView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_contacts");
  const { limit, cursor } = input;
  const rows = await db()
    .select()
    .from(templates)
    .where(
      and(
        eq(templates.accountId, actor.accountId),
        cursor === undefined ? undefined : behind(cursor),
      ),
    )
    .orderBy(desc(templates.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { data: page.map(toTemplateView), nextCursor: last ? publicId("tpl", last.id) : null };
}

function behind(cursor: string): SQL {
  const id = parsePublicId("tpl", cursor);
  if (!id) throw invalidFields({ cursor: [templateSentences.wrongCursor] });
  return lt(templates.id, id);
}
