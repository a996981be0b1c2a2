import type { templates } from "@/drizzle/schema/templates";
import { publicId } from "../core/ids";
import type { TemplateView } from "./contract";
import { variablesOf } from "./variables-of";

/** A row in the words of the wire. */
export function toTemplateView(row: typeof templates.$inferSelect): TemplateView {
  return {
    template_id: publicId("tpl", row.id),
    name: row.name,
    body: row.body,
    variables: variablesOf(row.body),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
