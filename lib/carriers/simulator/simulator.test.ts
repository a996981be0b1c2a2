import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callbackOf, testCarrierPromises } from "../../testing/carrier-promises";
import { useOwnDatabase } from "../../testing/use-own-database";
import { simulator } from "./simulator";

let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  // Settings of an upstream say nothing about the simulator.
  dropDatabase = await useOwnDatabase({
    SMS_API_WEBHOOK_SECRET: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    SMS_API_ADDRESSES: "192.0.2.0/28",
  });
});
afterAll(() => dropDatabase());

describe("the simulator", () => {
  testCarrierPromises(() => simulator);

  test("asks for neither a signature nor an address, since it is this installation itself", () => {
    expect(simulator.callbacks?.verify(callbackOf({ address: "127.0.0.1" }))).toBeUndefined();
  });
});
