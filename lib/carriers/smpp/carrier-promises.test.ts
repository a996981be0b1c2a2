import { afterAll, beforeAll, describe } from "vitest";
import { testCarrierPromises } from "../../testing/carrier-promises";
import { type Smsc, startSmsc } from "../../testing/start-smsc";
import type { Carrier, Session } from "../carrier";
import { settings } from "./_settings";
import { smppKind } from "./smpp";

let smsc: Smsc;
let session: Session | undefined;

beforeAll(async () => {
  smsc = await startSmsc();
});
afterAll(async () => {
  await session?.stop();
  await smsc.stop();
});

describe("a carrier over SMPP", () => testCarrierPromises(made));

function made(): Carrier {
  const entry = { host: "127.0.0.1", port: smsc.port, system_id: "esme", password: "secret" };
  const carrier = smppKind.create(settings.parse(entry), { name: "smpp" });
  session = carrier.connect?.(async () => undefined, {
    trouble: undefined,
    record: () => undefined,
  });
  return carrier;
}
