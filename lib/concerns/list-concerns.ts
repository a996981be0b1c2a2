import { type CarriersReport, getCarriers } from "../administration/get-carriers";
import { listSilentCarriers } from "../carriers/list-silent-carriers";
import { type Actor, demandAdmin } from "../core/actor";
import { env } from "../core/env";
import { log } from "../core/log";
import { within } from "../core/within";
import { freeBytes } from "../database/check-data-folder";
import { carrierConcerns, silenceConcerns } from "./_carrier-concerns";
import { concern } from "./_concern";
import { campaignConcerns, stuckConcerns, unknownConcerns } from "./_message-concerns";
import {
  accountConcerns,
  codeConcerns,
  endpointConcerns,
  receiptConcerns,
} from "./_outside-concerns";
import { backupConcerns, diskConcerns, mailConcerns, workerConcerns } from "./_system-concerns";
import { type Concern, type Concerns, concernKinds } from "./contract";

/** No source lists more. */
const maxOfKind = 20;
/** Longer than a statement may take, so that the reason is the statement's own. */
const timeoutMs = 5000;

/**
 * Everything that this installation does not settle by itself, the worst first and of each kind the oldest. Each source is
 * a few bounded statements; one that fails or is late is a concern itself and hides no other. Throws forbidden unless the
 * actor is an administrator.
 */
export async function listConcerns({ actor }: { actor: Actor }): Promise<Concerns> {
  demandAdmin(actor);
  // One more than is listed tells whether there are more.
  const limit = maxOfKind + 1;
  const free = freeBytes(env().DATA_DIR);
  const report = getCarriers({ actor });
  const sources: Record<string, Promise<Concern[]>> = {
    worker: workerConcerns(actor),
    disk: free.then(diskConcerns),
    carriers: report.then(carrierConcerns),
    silence: listSilentCarriers({ actor }).then(silenceConcerns),
    queues: stuckConcerns(actor),
    unknown: unknownConcerns(actor),
    campaigns: campaignConcerns(actor, limit),
    endpoints: endpointConcerns(actor, limit),
    receipts: receiptConcerns(actor),
    accounts: accountConcerns(actor, limit),
    codes: codeConcerns(actor, limit),
    mails: mailConcerns(actor),
    backups: backupConcerns(),
  };
  const seen = await Promise.all(Object.entries(sources).map((source) => look(...source)));
  const found = seen.flat();
  const concerns = found.toSorted(worstFirst).filter(isAmongFirst);
  const [known, room] = await Promise.all([report.catch(() => null), free.catch(() => 0)]);
  return { concerns, isCut: concerns.length < found.length, figures: figuresOf(known, room) };
}

async function look(name: string, source: Promise<Concern[]>): Promise<Concern[]> {
  return within(source, timeoutMs, () => new Error("no response in time")).catch((error) => {
    log().error({ err: error, source: name }, "what needs a person could not be looked at");
    return [concern("not_seen", { subject: name })];
  });
}

const places = Object.keys(concernKinds);

function worstFirst(a: Concern, b: Concern): number {
  const byKind = places.indexOf(a.kind) - places.indexOf(b.kind);
  return byKind || (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0);
}

/** Not one too many of its kind. */
function isAmongFirst({ kind }: Concern, place: number, all: readonly Concern[]): boolean {
  return all.slice(0, place).filter((each) => each.kind === kind).length < maxOfKind;
}

function figuresOf(report: CarriersReport | null, room: number): Concerns["figures"] {
  const carriers = report?.carriers ?? [];
  const sum = (of: (carrier: (typeof carriers)[number]) => number) =>
    carriers.reduce((total, each) => total + of(each), 0);
  return {
    submitted: sum(({ figures }) => figures.lastHour.submitted),
    delivered: sum(({ figures }) => figures.lastHour.delivered),
    ended: sum(({ figures }) => figures.lastHour.ended),
    waiting: sum(({ waiting }) => waiting) + (report?.unrouted ?? 0),
    carriers: carriers.length,
    freeBytes: room,
  };
}
