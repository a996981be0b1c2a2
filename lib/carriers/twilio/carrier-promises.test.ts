import { afterAll, beforeAll, describe } from "vitest";
import { testCarrierPromises } from "../../testing/carrier-promises";
import { TwilioService } from "../../testing/twilio-service";
import { twilioKind } from "./twilio";

const service = new TwilioService();

beforeAll(() => service.listen());
afterAll(() => service.close());

describe("Twilio", () =>
  testCarrierPromises(() =>
    twilioKind.create(twilioKind.settings.parse(service.settings), { name: "twilio" }),
  ));
