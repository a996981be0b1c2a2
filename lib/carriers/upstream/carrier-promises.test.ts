import { afterAll, beforeAll, describe } from "vitest";
import { testCarrierPromises } from "../../testing/carrier-promises";
import { Upstream } from "../../testing/upstream";
import type { Carrier } from "../carrier";
import { upstreamKind } from "./upstream";

const service = new Upstream();

beforeAll(() => service.listen());
afterAll(() => service.close());

describe("the upstream", () => testCarrierPromises(made));

function made(): Carrier {
  const settings = { url: service.url, token: service.token, addresses: [] };
  return upstreamKind.create(settings, { name: "upstream" });
}
