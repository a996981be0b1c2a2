import { templates } from "@/drizzle/schema/templates";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { noSuchTemplate, whichTemplate } from "./_find-template";
import { toTemplateView } from "./_template-view";
import type { TemplateView } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `tpl_…`. */
  input: { templateId: string };
}

/** One template of the account. Throws not_found, and forbidden without `read_contacts`. */
export async function getTemplate({ actor, input }: Wanted): Promise<TemplateView> {
  demandPermission(actor, "read_contacts");
  const [row] = await db().select().from(templates).where(whichTemplate(actor, input.templateId));
  if (!row) throw noSuchTemplate();
  return toTemplateView(row);
}
