import { sql } from "drizzle-orm";
import { templates } from "@/drizzle/schema/templates";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
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
    const [row] = await db()
      .update(templates)
      .set({ ...wanted, updatedAt: sql`now()` })
      .where(place)
      .returning();
    if (!row) throw noSuchTemplate();
    return toTemplateView(row);
  } catch (error) {
    throw translateUsedName(error);
  }
}
