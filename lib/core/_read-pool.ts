import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { DatabasePool } from "./_database-pool";
import { isStaleStatement, type PooledSession, type Statement } from "./_pooled-session";
import { withCode } from "./connect-database";
import { warnSparsely } from "./limits/warn-sparsely";
import { log } from "./log";
import type { PoolLoad } from "./pool-loads";
import { type StatementKind, statementKind } from "./statement-kind";
import { codeOf, isAway } from "./to-app-error";
import { within } from "./within";

/** `late`: it does not keep up with the primary; `away`: it cannot be reached, or is no standby of it. */
export type ReplicaState = "ok" | "late" | "away";

type Work<T> = (session: PooledSession) => Promise<T>;

/** How long a read waits for the standby to have what the primary had when it was asked. */
const maxLagMs = { interactive: 250, batch: 1000, bulk: 10_000 } as const;
/** A standby that says nothing for so long is left for the primary, without knowing yet what is wrong. */
const silenceMs = 500;
/** Waiting for a connection while all are in use says nothing about the server. */
const connectionWaitMs = 3700;
const probeMs = 2000;
const late = "REPLICA_LATE";
const stranger = "REPLICA_FOREIGN";
/** The user of the standby's URL may read less than that of the primary's. */
const forbidden = "42501";

/**
 * Reads from a standby, and from the primary whenever that is away, frozen, late, or ends a statement because of what
 * it replays: nobody gets an error of a standby. A read first asks the primary for its position in the write-ahead log
 * and waits until the standby has replayed it, so it finds everything that was committed before. While the standby is
 * away or late it is tried every two seconds, and no read waits for it.
 */
export class ReadPool {
  readonly isReadOnly = true;
  state: ReplicaState = "away";
  private readonly primary: DatabasePool;
  private readonly replica: DatabasePool;
  /** The one that the standby was last proven to follow. */
  private timeline: number | undefined;
  private isTried = false;
  /** While it is late: whoever had the longest time waited in vain. */
  private isFarBehind = false;
  private isClosed = false;

  constructor(primary: DatabasePool, replica: DatabasePool) {
    this.primary = primary;
    this.replica = replica;
    void this.probe();
  }

  /** The connections to the standby. */
  get load(): PoolLoad {
    return this.replica.load;
  }

  /** Runs one statement that only reads. */
  query(statement: Statement): Promise<pg.QueryResult> {
    const onPrimary = () => this.primary.query(statement);
    return this.read((session) => session.query(statement), onPrimary);
  }

  /** Lends a connection to work that only reads; it runs again, on the primary, when the standby fails it. */
  reserve<T>(work: Work<T>): Promise<T> {
    return this.read(work, () => this.primary.reserve(work));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.replica.close();
  }

  private async read<T>(work: Work<T>, onPrimary: () => Promise<T>): Promise<T> {
    const kind = statementKind();
    if (!this.mayAnswer(kind)) return onPrimary();
    const { lsn, timeline } = await positionOf(this.primary);
    if (timeline !== this.timeline) {
      // Another primary: a standby that was ahead of it has what is lost, and not what is new.
      this.leave("away", foreign());
      return onPrimary();
    }
    try {
      return await this.onReplica({ lsn, work, lagMs: maxLagMs[kind] });
    } catch (error) {
      if (!isItsFault(error)) throw error;
      if (codeOf(error) === late) {
        this.isFarBehind ||= kind === "bulk";
        this.leave("late", error);
      } else if (isGone(error)) this.leave("away", error);
      return onPrimary();
    }
  }

  /** Whoever exports has time for a standby that is behind, but not for each of many pages. */
  private mayAnswer(kind: StatementKind): boolean {
    if (this.state !== "late") return this.state === "ok";
    return kind === "bulk" && !this.isFarBehind;
  }

  private async onReplica<T>({ lsn, work, lagMs }: Asked<T>): Promise<T> {
    const { replica } = this;
    const timeoutMs = lagMs + silenceMs + (replica.hasRoom ? 0 : connectionWaitMs);
    const silent = () => withCode("CONNECT_TIMEOUT", "The standby did not respond.");
    let isGivenUp = false;
    let proven: () => void = () => undefined;
    const proving = new Promise<void>((resolve) => {
      proven = resolve;
    });
    const working = replica.reserve(async (session) => {
      await untilReplayed(session, lsn, lagMs);
      if (isGivenUp) throw silent();
      proven();
      return work(session);
    });
    await within(Promise.race([proving, working]), timeoutMs, () => {
      isGivenUp = true;
      working.catch(() => undefined);
      return silent();
    });
    return working;
  }

  private leave(state: "late" | "away", error: unknown): void {
    if (this.isClosed || this.state !== "ok") return;
    this.state = state;
    this.report(error);
    void this.probe();
  }

  /** Tries the standby until it is as it should be. */
  private async probe(): Promise<void> {
    while (!this.isClosed) {
      try {
        await this.prove();
        return this.comeBack();
      } catch (error) {
        if (this.isClosed) return;
        this.state = codeOf(error) === late ? "late" : "away";
        if (!this.isTried) this.report(error);
        this.isTried = true;
      }
      await pause(probeMs, undefined, { ref: false });
    }
  }

  private async prove(): Promise<void> {
    const [followed] = (await this.primary.query({ text: whichDatabase })).rows;
    const { lsn, timeline } = await positionOf(this.primary);
    const work: Work<void> = async (session) => {
      const [own] = (await session.query({ text: whichDatabase })).rows;
      const [followedBy] = (await session.query({ text: whichTimeline })).rows;
      if (own?.database !== followed?.database || followedBy?.timeline !== timeline) {
        throw foreign();
      }
    };
    await this.onReplica({ lsn, work, lagMs: maxLagMs.interactive });
    this.timeline = timeline;
  }

  private comeBack(): void {
    const isNews = this.isTried;
    this.isTried = true;
    this.state = "ok";
    this.isFarBehind = false;
    if (isNews) log().info("The read replica is back: lists and exports read from it again");
  }

  private report(err: unknown): void {
    const { state } = this;
    const what = state === "late" ? "does not keep up" : "is unavailable";
    const message = `The read replica ${what}: lists and exports read from the primary for now`;
    warnSparsely(`replica.${state}`, { err }, message);
  }
}

interface Asked<T> {
  /** What the standby must have replayed. */
  lsn: string;
  work: Work<T>;
  lagMs: number;
}

interface Position {
  lsn: string;
  /** It rises with each promotion; positions of different ones say nothing of each other. */
  timeline: number;
}

/** The cluster, the database in it, and the table of messages, if whoever asks may read it. */
const whichDatabase = `select concat_ws(' ', system_identifier,
    (select oid from pg_database where datname = current_database()),
    to_regclass('messages')::oid, has_table_privilege(to_regclass('messages')::oid, 'select')) as database
  from pg_control_system()`;

/** Of a standby: the last that is known of, by what it receives or has kept. */
const whichTimeline = `select greatest(c.timeline_id, r.min_recovery_end_timeline,
    (select received_tli from pg_stat_wal_receiver)) as timeline
  from pg_control_checkpoint() c, pg_control_recovery() r`;

/** Up to where the primary's log is safe, which is where everything committed ends. */
async function positionOf(primary: DatabasePool): Promise<Position> {
  const text = `select lsn::text, ('x' || left(pg_walfile_name(lsn), 8))::bit(32)::int as timeline
    from pg_current_wal_flush_lsn() as lsn`;
  const [row] = (await primary.query({ text })).rows;
  return { lsn: row?.lsn, timeline: row?.timeline };
}

function foreign(): Error {
  return withCode(stranger, "It is a standby of another database, or of another primary.");
}

async function untilReplayed(session: PooledSession, lsn: string, lagMs: number): Promise<void> {
  const deadlineMs = performance.now() + lagMs;
  // Null once it has been promoted: it follows nobody.
  const text = `select case when pg_is_in_recovery()
    then pg_last_wal_replay_lsn() >= $1::pg_lsn end as has_it`;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 50)) {
    const [row] = (await session.query({ text, values: [lsn] })).rows;
    if (row?.has_it === true) return;
    if (row?.has_it !== false) throw withCode("25006", "It is no longer a standby.");
    if (performance.now() > deadlineMs) throw withCode(late, "It has not replayed what it should.");
    await pause(pauseMs);
  }
}

/** What the primary may do better; a statement that took too long there is no faster here. */
function isItsFault(error: unknown): boolean {
  const code = codeOf(error);
  if (code === "57014") return isConflict(error);
  const isRefused = code === forbidden || code === late || code === stranger;
  return isRefused || isStaleStatement(error) || isAway(error);
}

/** Whether a statement was ended because of what the standby replays; a library may have wrapped the error. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return "code" in error ? /recovery/.test(error.message) : isConflict(error.cause);
}

/** A statement that stood in the way of replaying, or waited too long for a connection, says nothing of its server. */
function isGone(error: unknown): boolean {
  return isAway(error) && !/^(40|57014$|POOL_EXHAUSTED$)/.test(codeOf(error));
}
