import { afterAll, beforeAll, describe } from "vitest";
import { testCarrierPromises } from "../../testing/carrier-promises";
import { VonageService } from "../../testing/vonage-service";
import { vonageKind } from "./vonage";

const service = new VonageService();

beforeAll(() => service.listen());
afterAll(() => service.close());

describe("Vonage", () =>
  testCarrierPromises(() =>
    vonageKind.create(vonageKind.settings.parse(service.settings), { name: "vonage" }),
  ));
