import { afterAll, beforeAll, describe } from "vitest";
import { testCarrierPromises } from "../../testing/carrier-promises";
import { Upstream } from "../../testing/upstream";
import { upstream } from "./upstream";

const service = new Upstream();

beforeAll(async () => {
  await service.listen();
  Object.assign(process.env, { SMS_API_URL: service.url, SMS_API_TOKEN: service.token });
});
afterAll(() => service.close());

describe("the upstream", () => testCarrierPromises(upstream));
