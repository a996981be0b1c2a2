import { z } from "zod";
import type { Carrier, CarrierKind } from "../carrier";
import { httpClient } from "../http/http-client";
import { submitEach } from "../http/submit-each";
import { allowedAddresses, baseUrl, carrierSecret, isAllowedBy } from "../settings";
import { attemptUpstream } from "./_attempt-upstream";
import { verifyEvent } from "./_verify-event";
import { receiveEvents } from "./receive-events";

const settings = z.strictObject({
  url: baseUrl.describe("Base URL of an HTTP SMS API of the documented shape."),
  token: carrierSecret.describe("Bearer token there."),
  webhook_secret: carrierSecret
    .optional()
    .describe("Standard Webhooks secret of an upstream that signs its events; then all must be."),
  addresses: allowedAddresses.describe(
    "Addresses or CIDR ranges its events must come from; any when empty.",
  ),
});

/**
 * An HTTP SMS API of the documented shape, such as another installation of this product: one request per
 * message, our message id as idempotency key, so that it can be repeated after a failure or a crash.
 */
export const upstreamKind: CarrierKind<typeof settings> = {
  kind: "http",
  settings,
  create: ({ url, token, webhook_secret: secret, addresses }, { name }): Carrier => {
    const client = httpClient(url);
    const isAllowed = isAllowedBy(addresses);
    return {
      name,
      dedupes: true,
      batchSize: 100,
      submit: submitEach((submission) => attemptUpstream(submission, client, token)),
      callbacks: {
        verify: (callback) => verifyEvent(callback, { secret, isAllowed }),
        receive: receiveEvents,
      },
    };
  },
};
