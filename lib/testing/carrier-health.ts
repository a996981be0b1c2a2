import { type CarrierHealth, listCarrierHealth } from "../carriers/list-carrier-health";

/** How a carrier does; throws if no route leads to it. */
export async function carrierHealth(name = "upstream"): Promise<CarrierHealth> {
  const { carriers } = await listCarrierHealth();
  const health = carriers.find(({ carrier }) => carrier === name);
  if (!health) throw new Error(`no route leads to ${name}`);
  return health;
}
