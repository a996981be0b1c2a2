import type { CarrierReport, CarriersReport } from "../administration/get-carriers";
import type { SilentCarrier } from "../carriers/list-silent-carriers";
import { env } from "../core/env";
import { concern } from "./_concern";
import type { Concern } from "./contract";

/** The carriers that take nothing, run out of credit, or report nothing, and a file of carriers that does not hold. */
export function carrierConcerns({ carriers, problems }: CarriersReport): Concern[] {
  const [problem] = problems;
  return [
    ...(problem
      ? [concern("carriers_file", { count: problems.length, said: problem.problem })]
      : []),
    ...carriers.flatMap((carrier) => [...troubleOf(carrier), ...lowOf(carrier)]),
  ];
}

function troubleOf({ carrier, circuit, reason, detail, since, waiting }: CarrierReport): Concern[] {
  if (circuit === "closed") return [];
  return [
    concern("carrier_trouble", { subject: carrier, since, count: waiting, reason, said: detail }),
  ];
}

function lowOf({ carrier, balance }: CarrierReport): Concern[] {
  const { ALARM_CARRIER_BALANCE: limit } = env();
  const amount = Number(balance?.amount);
  if (!balance || limit === 0 || !(amount < limit)) return [];
  return [concern("carrier_low", { subject: carrier, said: `${balance.amount} ${balance.unit}` })];
}

/** The carriers that take messages and report nothing about them. */
export function silenceConcerns(carriers: readonly SilentCarrier[]): Concern[] {
  return carriers.map(({ carrier, submitted, since }) =>
    concern("carrier_silent", { subject: carrier, count: submitted, since }),
  );
}
