import { templates } from "@/drizzle/schema/templates";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { demandLive, noSuchTemplate, whichTemplate } from "./_find-template";

interface Wanted {
  actor: Actor;
  /** As on the wire, `tpl_…`. */
  input: { templateId: string };
}

/**
 * Deletes a template; what was sent by it stays. Throws not_found, and forbidden for a test token or without `manage_contacts`.
 */
export async function deleteTemplate({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_contacts");
  const place = whichTemplate(actor, input.templateId);
  demandLive(actor);
  const gone = await db().delete(templates).where(place).returning({ id: templates.id });
  if (gone.length === 0) throw noSuchTemplate();
}
