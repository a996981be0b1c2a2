import type { contactGroups } from "@/drizzle/schema/contacts";
import { publicId } from "../core/ids";
import type { GroupView } from "./group-contract";

/** A row in the words of the wire. */
export function toGroupView(row: typeof contactGroups.$inferSelect, contacts: number): GroupView {
  return {
    group_id: publicId("grp", row.id),
    name: row.name,
    contacts,
    created_at: row.createdAt.toISOString(),
  };
}
