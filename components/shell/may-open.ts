import type { Permission } from "@/lib/core/permissions";

/** What the places of the product ask of whoever opens them; a place that is not here is for everybody. */
const asked: Readonly<Record<string, Permission>> = {
  "/start": "manage_tokens",
  "/overview": "read_messages",
  "/send": "send_messages",
  "/campaigns": "read_messages",
  "/messages": "read_messages",
  "/contacts": "read_contacts",
  "/contacts/groups": "read_contacts",
  "/templates": "read_contacts",
};

/** Whether somebody may open a place. The page asks by itself: this only leaves out what leads nowhere. */
export function mayOpen(href: string, may: (permission: Permission) => boolean): boolean {
  const permission = asked[href];
  return permission === undefined || may(permission);
}
