import type { Actor } from "../core/actor";
import { publicId } from "../core/ids";
import {
  listTroubledEndpoints,
  type TroubledEndpoint,
} from "../deliveries/list-troubled-endpoints";
import { listStoppedAccounts } from "../fraud/list-stopped-accounts";
import { countRefused } from "../receipts/count-refused";
import { countUnmatched } from "../receipts/count-unmatched";
import { findUnusualAccounts } from "../traffic/find-unusual-accounts";
import { concern } from "./_concern";
import type { Concern } from "./contract";

/** A receiver that is deployed anew fails for less. */
const failingMinutes = 15;
/** A receipt comes before the response to its submission by seconds. */
const unmatchedMinutes = 60;
const refusedHours = 24;

/** The endpoints of all accounts that fail, or were disabled because they did. */
export async function endpointConcerns(actor: Actor, limit: number): Promise<Concern[]> {
  const input = { limit, minutes: failingMinutes };
  return (await listTroubledEndpoints({ actor, input })).map(ofEndpoint);
}

function ofEndpoint(endpoint: TroubledEndpoint): Concern {
  const { accountId, host, enabled, waiting, failed, lastStatus, lastError } = endpoint;
  return concern(enabled ? "endpoint_failing" : "endpoint_disabled", {
    subject: host,
    subjectId: publicId("whk", endpoint.id),
    account: publicId("acc", accountId),
    since: enabled ? endpoint.failingSince : endpoint.disabledAt,
    count: waiting + failed,
    reason: lastStatus === null ? lastError : String(lastStatus),
  });
}

/** Receipts that match no message, and callbacks that were turned away, by carrier. */
export async function receiptConcerns(actor: Actor): Promise<Concern[]> {
  const [unmatched, refused] = await Promise.all([
    countUnmatched({ actor, input: { minutes: unmatchedMinutes } }),
    countRefused({ actor, input: { hours: refusedHours } }),
  ]);
  return [
    ...unmatched.map(({ carrier, count, oldestAt }) =>
      concern("receipts_unmatched", { subject: carrier, count, since: oldestAt }),
    ),
    ...refused.map(({ carrier, reason, count, firstAt }) =>
      concern("callbacks_refused", { subject: carrier, count, since: firstAt, reason }),
    ),
  ];
}

/** The accounts whose messages fail, or have become many at once. */
export async function accountConcerns(actor: Actor, limit: number): Promise<Concern[]> {
  const accounts = await findUnusualAccounts({ actor, input: { limit } });
  return accounts.map(({ accountId, problem, messages, against, since }) =>
    concern(problem === "failures" ? "account_failures" : "account_velocity", {
      account: publicId("acc", accountId),
      ...{ since, count: messages, reason: String(against) },
    }),
  );
}

/** The accounts that ask for codes which nobody enters, or for too many. */
export async function codeConcerns(actor: Actor, limit: number): Promise<Concern[]> {
  const accounts = await listStoppedAccounts({ actor, input: { limit } });
  return accounts.map(({ accountId, ranges, since }) =>
    concern("codes_stopped", { account: publicId("acc", accountId), count: ranges, since }),
  );
}
