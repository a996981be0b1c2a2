import { nothingEchoed } from "../core/echoed-contract";
import { newId, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { type Exchange, TestEventInput } from "./contract";
import { eventBody } from "./event-body";
import { factsOf } from "./event-contract";
import { findEndpoint, type Owner, secretsOf } from "./find-endpoint";
import { postEvent } from "./post-event";

/**
 * Posts a made-up event, marked `test`, to an endpoint and returns the exchange. It goes by the same
 * guard, signer and limits as a real one, is tried once and joins no log. Throws not_found, invalid_request.
 */
export async function sendTestEvent(
  owner: Owner,
  endpointId: string,
  input: unknown,
): Promise<Exchange> {
  const { event } = parseInput(TestEventInput, input);
  const endpoint = await findEndpoint(owner, endpointId);
  const eventId = newId();
  const body = eventBody({
    eventId,
    type: event,
    at: new Date(),
    messageId: newId(),
    to: "48732129000",
    from: "Depesza",
    operator: null,
    segments: 1,
    reason: factsOf(event).reason,
    ...nothingEchoed,
    idempotencyKey: null,
    test: true,
  });
  const { exchange } = await postEvent({
    url: endpoint.url,
    secrets: secretsOf(endpoint),
    eventId: publicId("evt", eventId),
    body,
  });
  return exchange;
}
