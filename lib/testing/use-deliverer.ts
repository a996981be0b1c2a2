import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { runAudit } from "../audit/run-audit";
import { startDeliverer } from "./start-deliverer";
import { type Receiver, startReceiver } from "./start-receiver";
import { useOwnDatabase } from "./use-own-database";

/** The product's times, much shortened: ten tries in some three seconds. */
const settings = {
  WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
  WEBHOOK_RETRY_SCHEDULE: "0,0.02,0.05,0.1,0.2,0.3,0.4,0.5,0.6,0.7",
  WEBHOOK_TIMEOUT: "1",
};

/**
 * Gives a test file a database of its own, in which the audit finds nothing in the end, and each of its tests a
 * running deliverer and receivers that are closed after it.
 */
export function useDeliverer() {
  vi.setConfig({ testTimeout: 60_000 });
  const receivers: Receiver[] = [];
  let dropDatabase: () => Promise<void>;
  let deliverer: { stop(): Promise<void> };
  beforeAll(async () => {
    dropDatabase = await useOwnDatabase(settings);
  });
  afterAll(async () => {
    const findings = await runAudit();
    await dropDatabase();
    expect(findings.filter(({ breaches }) => breaches > 0)).toEqual([]);
  });
  beforeEach(() => {
    deliverer = startDeliverer();
  });
  afterEach(async () => {
    await deliverer.stop();
    await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
  });
  return {
    async receive(answer?: Receiver["answer"]): Promise<Receiver> {
      const receiver = await startReceiver(answer);
      receivers.push(receiver);
      return receiver;
    },
    /** Before the test is over. */
    stopDelivering: () => deliverer.stop(),
  };
}

/** The ids of the events a receiver got, in their order. */
export function idsOf(receiver: Receiver) {
  return receiver.requests.map((got) => got.headers["webhook-id"]);
}
