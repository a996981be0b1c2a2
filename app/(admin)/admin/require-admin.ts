import { notFound } from "next/navigation";
import type { UserActor } from "@/lib/core/actor";
import { requireActor } from "@/lib/sign-in/session";

/**
 * The administrator who is signed in. Everyone else who is signed in gets the page of an address that leads nowhere;
 * the others sign in first and come back to `path`.
 */
export async function requireAdmin(path: string): Promise<UserActor> {
  const actor = await requireActor(path);
  if (!actor.isAdmin) notFound();
  return actor;
}
