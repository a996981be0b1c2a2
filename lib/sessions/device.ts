import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { users } from "@/drizzle/schema/accounts";
import { seal, unseal } from "../core/seal";

type DeviceUser = Pick<typeof users.$inferSelect, "id" | "deviceGeneration">;

const purpose = "depesza device";
/** Accounts that one browser is remembered for; the longest unused is forgotten. */
const maxAccounts = 5;

const Device = z.object({ id: z.string(), user: z.string(), generation: z.number() });
type Device = z.infer<typeof Device>;

/** The value of the device cookie once a user has signed in with it: theirs, and what it held of others. */
export function addDevice(
  value: string,
  { id: user, deviceGeneration: generation }: DeviceUser,
): string {
  const others = sealedDevices(value).filter((sealed) => read(sealed)?.user !== user);
  const fresh: Device = { id: randomUUID(), user, generation };
  return [seal(JSON.stringify(fresh), purpose), ...others].slice(0, maxAccounts).join(".");
}

/**
 * The id of the browser, if a user has signed in with it before and has not revoked that by a new password
 * or by signing out everywhere. It opens nothing: it only counts apart from strangers.
 */
export function deviceOf(value: string, owner: DeviceUser): string | undefined {
  const devices = sealedDevices(value).map(read);
  return devices.find(
    (device) => device?.user === owner.id && device.generation === owner.deviceGeneration,
  )?.id;
}

function sealedDevices(value: string): string[] {
  return value === "" ? [] : value.split(".", maxAccounts);
}

function read(sealed: string): Device | undefined {
  const text = unseal(sealed, purpose);
  return text === undefined ? undefined : Device.parse(JSON.parse(text));
}
