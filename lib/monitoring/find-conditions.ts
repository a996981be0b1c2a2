import { hostname } from "node:os";
import { env } from "../core/env";
import { type AlarmKind, alarmKinds, type Condition } from "./alarm-kinds";
import type { InstallationFacts } from "./read-installation";

/** Fewer messages say nothing about a carrier. */
const minEnded = 20;
/** The worker writes a heartbeat every five seconds. */
const deadSeconds = 60;
/** A backup may take so long. */
const backupSeconds = 1800;
const hourSeconds = 3600;
const megabyte = 1_000_000;

/** What is wrong now, by the thresholds of the settings. */
export interface Found {
  conditions: Condition[];
  /** Whether it says something about an alarm. Of what could not be looked at nothing is known: its alarm stays as it is. */
  isJudged(alarm: { alarm: AlarmKind; subject: string }): boolean;
}

/** Judges what is known of the installation, as one of those who watch it. */
export function findConditions(facts: InstallationFacts, watcher: "worker" | "api"): Found {
  const mine = (Object.keys(alarmKinds) as AlarmKind[]).filter(
    (kind) => alarmKinds[kind].watchedBy === watcher,
  );
  const found = new Map(mine.map((kind) => [kind, look[kind](facts)]));
  const all = [...found.values()].flatMap((each) => each ?? []);
  return {
    conditions: all.filter(({ amount }) => !Number.isNaN(amount)),
    isJudged({ alarm, subject }) {
      const conditions = found.get(alarm);
      const isUnsaid = conditions?.some(
        (each) => each.subject === subject && Number.isNaN(each.amount),
      );
      return conditions !== undefined && !isOfAnotherMachine({ alarm, subject }) && !isUnsaid;
    },
  };
}

/** Whether only another machine can know of it. */
export function isOfAnotherMachine({ alarm, subject }: Pick<Condition, "alarm" | "subject">) {
  return alarm === "disk_low" && subject !== hostname();
}

/** Undefined where nothing is known. An amount that is not a number stands for a subject of which nothing is. */
type Look = (facts: InstallationFacts) => Condition[] | undefined;

const look: Record<AlarmKind, Look> = {
  carrier_busy: ofReason("carrier_busy"),
  carrier_error: ofReason("carrier_error"),
  carrier_down: ofReason("carrier_down"),
  carrier_throttled: ofReason("carrier_throttled"),
  carrier_unauthorized: ofReason("carrier_unauthorized"),
  carrier_out_of_credits: ofReason("carrier_out_of_credits"),
  no_route({ unrouted }) {
    if (!unrouted) return undefined;
    const { count: amount } = unrouted;
    return amount > 0 ? [{ alarm: "no_route", subject: "", amount }] : [];
  },
  queue_delayed({ queues }) {
    const { ALARM_QUEUE_SECONDS: limit } = env();
    if (!queues) return undefined;
    const oldest = new Map<string, number>();
    for (const { carrier, oldestSeconds } of limit > 0 ? queues : []) {
      // Messages without a route have an alarm of their own.
      if (carrier === null || oldestSeconds <= limit) continue;
      oldest.set(carrier, Math.max(oldest.get(carrier) ?? 0, oldestSeconds));
    }
    return [...oldest].map(([subject, amount]) => ({ alarm: "queue_delayed", subject, amount }));
  },
  failure_rate_high({ ends, carriers }) {
    const { ALARM_FAILURE_PERCENT: limit } = env();
    if (!ends) return undefined;
    return ends.flatMap(({ carrier, ended, delivered }) => {
      const percent = Math.round((100 * (ended - delivered)) / Math.max(1, ended));
      const isHigh = limit > 0 && ended >= minEnded && percent >= limit;
      if (!isHigh || !carriers.includes(carrier)) return [];
      return [{ alarm: "failure_rate_high", subject: carrier, amount: percent }];
    });
  },
  carrier_balance_low({ balances }) {
    const { ALARM_CARRIER_BALANCE: limit } = env();
    // Off, also for a carrier that is paid later and says how much is owed.
    if (limit === 0) return [];
    return [...balances].flatMap(([subject, balance]) => {
      const amount = balance === null ? Number.NaN : Number(balance.amount);
      return amount >= limit ? [] : [{ alarm: "carrier_balance_low", subject, amount }];
    });
  },
  disk_low({ freeBytes }) {
    if (freeBytes === undefined) return undefined;
    const amount = Math.floor(freeBytes / megabyte);
    return amount < env().ALARM_DISK_MB ? [{ alarm: "disk_low", subject: hostname(), amount }] : [];
  },
  backup_late({ backup }) {
    // The first one after a long pause is made when the worker starts.
    if (!backup || process.uptime() < backupSeconds) return undefined;
    const { state, last, failure } = backup;
    // Without any it is only late once one has failed.
    if (state !== "late" || (!last && !failure)) return [];
    const amount = Math.floor((last?.ageSeconds ?? 0) / hourSeconds);
    return [{ alarm: "backup_late", subject: "", amount }];
  },
  worker_down({ heartbeats }) {
    if (!heartbeats) return undefined;
    const worker = heartbeats.find(({ name }) => name === "worker");
    if (worker && worker.ageSeconds < deadSeconds) return [];
    // None has ever run here: the watcher has given it time to start.
    const amount = Math.floor(worker?.ageSeconds ?? 0);
    return [{ alarm: "worker_down", subject: "", amount }];
  },
};

/** The carriers that messages wait for because of it. */
function ofReason(alarm: AlarmKind): Look {
  return ({ troubles }) =>
    troubles
      ?.filter(({ reason }) => reason === alarm)
      .map(({ carrier }) => ({ alarm, subject: carrier, amount: 1 }));
}
