import { sql } from "drizzle-orm";
import { templates } from "@/drizzle/schema/templates";
import { changesBetween } from "../activity/changes-between";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { demandLive, noSuchTemplate, translateUsedName, whichTemplate } from "./_find-template";
import { toTemplateView } from "./_template-view";
import { type TemplateView, UpdateTemplateInput } from "./contract";

interface Wanted {
  actor: Actor;
  /** The template as on the wire, `tpl_…`; `wanted` is an `UpdateTemplateInput` that nobody has checked. */
  input: { templateId: string; wanted: unknown };
}

/**
 * Changes the name or the text of a template; what was sent by it stays as it was. Throws invalid_request, not_found,
 * conflict when the name is used, and forbidden for a test token or without `manage_contacts`.
 */
export async function updateTemplate({ actor, input }: Wanted): Promise<TemplateView> {
  demandPermission(actor, "manage_contacts");
  const place = whichTemplate(actor, input.templateId);
  demandLive(actor);
  const wanted = parseInput(UpdateTemplateInput, input.wanted);
  try {
    return await db().transaction(async (tx) => {
      const [before] = await tx.select().from(templates).where(place).for("update");
      const [row] = await tx
        .update(templates)
        .set({ ...wanted, updatedAt: sql`now()` })
        .where(place)
        .returning();
      if (!before || !row) throw noSuchTemplate();
      const target = { id: publicId("tpl", row.id), name: row.name };
      const changes = changesBetween({ name: before.name }, { name: row.name });
      // The text itself is what messages say, and has no place here.
      const text = row.body === before.body ? {} : { text: true };
      await recordActivity(
        {
          actor,
          action: "template.updated",
          target,
          before: changes?.before,
          after: { ...changes?.after, ...text },
        },
        tx,
      );
      return toTemplateView(row);
    });
  } catch (error) {
    throw translateUsedName(error);
  }
}
