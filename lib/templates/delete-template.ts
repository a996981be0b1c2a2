import { templates } from "@/drizzle/schema/templates";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
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
  await db().transaction(async (tx) => {
    const [gone] = await tx
      .delete(templates)
      .where(place)
      .returning({ id: templates.id, name: templates.name });
    if (!gone) throw noSuchTemplate();
    const target = { id: publicId("tpl", gone.id), name: gone.name };
    await recordActivity({ actor, action: "template.deleted", target }, tx);
  });
}
