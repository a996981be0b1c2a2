import { carrierSetup } from "../carriers/carrier-setup";
import type { Route } from "../carriers/carriers-file";
import { orderRoutes } from "../carriers/choose-route";
import { type CarrierHealth, listCarrierHealth } from "../carriers/list-carrier-health";
import type { FileProblem } from "../carriers/read-carriers-file";
import { type Actor, demandAdmin } from "../core/actor";
import { type Balance, readBalances } from "../monitoring/read-balances";

/** More than anybody reads; a file may have 10,000 routes. */
const maxRoutes = 200;
const maxProblems = 50;

/** How a carrier does, and what is left there. */
export interface CarrierReport extends CarrierHealth {
  /** Undefined for a carrier that counts none. */
  balance: Balance | undefined;
}

/** The carriers of the installation as its administrator sees them. */
export interface CarriersReport {
  carriers: CarrierReport[];
  /** Carriers of the file that no route leads to. */
  unused: string[];
  /** How many messages have no route. */
  unrouted: number;
  /** In the order they are tried, at most 200 of them. */
  routes: Route[];
  routeCount: number;
  /** Nobody wrote routes: one carrier gets everything. */
  isDefault: boolean;
  /** No message reaches a phone. */
  isSimulatorOnly: boolean;
  /** What is wrong with carriers.json as it stands; an earlier version is in force. */
  problems: readonly FileProblem[];
}

/** Reports on every carrier and route of the installation. Throws forbidden unless the actor is an administrator. */
export async function getCarriers({ actor }: { actor: Actor }): Promise<CarriersReport> {
  demandAdmin(actor);
  const { carriers: ready, routes, isDefault, problems } = carrierSetup();
  const [{ carriers, unrouted }, balances] = await Promise.all([
    listCarrierHealth(),
    readBalances(ready),
  ]);
  const used = new Set(carriers.map(({ carrier }) => carrier));
  const isReal = ({ kind }: { kind: string }) => kind !== "simulator";
  return {
    carriers: carriers.map((health) => ({
      ...health,
      balance: balances.get(health.carrier),
    })),
    unused: ready
      .filter((each) => isReal(each) && !used.has(each.carrier.name))
      .map(({ carrier }) => carrier.name),
    ...{ unrouted, isDefault },
    routes: orderRoutes(routes).slice(0, maxRoutes),
    routeCount: routes.length,
    isSimulatorOnly: problems.length === 0 && !ready.some(isReal),
    problems: problems.slice(0, maxProblems),
  };
}
