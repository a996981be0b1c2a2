import { cookies } from "next/headers";
import { zoneCookie } from "@/components/shell/zone-cookie";
import type { UserActor } from "@/lib/core/actor";
import { isTimeZone } from "@/lib/core/time-zone";
import { getProfile } from "@/lib/preferences/get-profile";

/** The zone a reader chose, else their browser's once that has said it, else UTC. */
export async function readerZone(actor: UserActor): Promise<{ zone: string; isChosen: boolean }> {
  const [{ time_zone: chosen }, jar] = await Promise.all([getProfile({ actor }), cookies()]);
  const said = jar.get(zoneCookie)?.value ?? "";
  return { zone: chosen || (isTimeZone(said) ? said : "UTC"), isChosen: chosen !== "" };
}
