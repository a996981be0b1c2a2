import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chooseIdentity, type Identity } from "../database/choose-identity";
import { createCluster } from "../database/create-cluster";
import { findBinaries } from "../database/find-binaries";
import { freePort } from "../database/free-port";
import { signalFamily } from "./process-family";

const password = "only-for-this-test-run";
const startMs = 30_000;

type Stop = "fast" | "immediate" | "kill -9";
const stopSignals = { fast: "SIGINT", immediate: "SIGQUIT", "kill -9": "SIGKILL" } as const;

/** A PostgreSQL of a test's own, at one port for as long as it exists, as an administrator would run it. */
export class PostgresServer {
  readonly port: number;
  private readonly folder: string;
  private readonly identity: Identity;
  private child: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
    this.identity = chooseIdentity(folder, findBinaries());
  }

  /** Makes and starts one. */
  static async start(): Promise<PostgresServer> {
    const server = new PostgresServer(newFolder(), await freePort());
    await createCluster({ dataDir: server.folder, password, identity: server.identity });
    const access = join(server.folder, "postgres/pg_hba.conf");
    appendFileSync(access, "host replication all 127.0.0.1/32 scram-sha-256\n");
    await server.start();
    return server;
  }

  get url(): string {
    return this.urlAt(this.port);
  }

  /** Its database by way of another port. */
  urlAt(port: number): string {
    return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  }

  /** Starts it again and returns when it answers. */
  async start(): Promise<void> {
    await this.launch();
    await this.untilItAnswers();
  }

  async stop(how: Stop = "fast"): Promise<void> {
    const { child } = this;
    if (!child) return;
    const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
    if (how === "kill -9") this.signal("SIGKILL");
    else child.kill(stopSignals[how]);
    await gone;
    this.child = undefined;
  }

  /** Stops it in the middle of whatever it does, as a machine that swaps or a hung disk does. */
  freeze(): void {
    this.signal("SIGSTOP");
  }

  thaw(): void {
    this.signal("SIGCONT");
  }

  /** A standby that streams from this one; restarts it on the way. */
  async addStandby(): Promise<PostgresServer> {
    const standby = new PostgresServer(newFolder(), await freePort());
    await this.stop();
    cpSync(join(this.folder, "postgres"), join(standby.folder, "postgres"), { recursive: true });
    writeFileSync(join(standby.folder, "postgres/standby.signal"), "");
    appendFileSync(
      join(standby.folder, "postgres/postgresql.auto.conf"),
      `primary_conninfo = 'host=127.0.0.1 port=${this.port} user=postgres password=${password}'\n`,
    );
    await this.start();
    await standby.start();
    return standby;
  }

  /** Makes a standby take writes. */
  async promote(): Promise<void> {
    const { native, prefix, owner } = this.identity;
    const command = [...prefix, join(native, "bin/pg_ctl"), "promote", "-w", "-D"];
    const [program = "", ...words] = [...command, join(this.folder, "postgres")];
    const child = spawn(program, words, { ...owner, cwd: "/", stdio: "ignore" });
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error("The standby could not be promoted.");
  }

  async remove(): Promise<void> {
    this.thaw();
    await this.stop("kill -9");
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async launch(): Promise<void> {
    const { native, prefix, owner } = this.identity;
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      `port=${this.port}`,
      "max_connections=60",
      "shared_buffers=32MB",
    ];
    const [program = "", ...words] = [
      ...prefix,
      join(native, "bin/postgres"),
      ...["-D", join(this.folder, "postgres")],
      ...settings.flatMap((setting) => ["-c", setting]),
    ];
    const logFile = openSync(join(this.folder, "log"), "a");
    this.child = spawn(program, words, {
      ...owner,
      cwd: "/",
      stdio: ["ignore", logFile, logFile],
    });
    closeSync(logFile);
    const { child } = this;
    const killWithUs = () => child.kill("SIGKILL");
    process.once("exit", killWithUs);
    child.once("exit", () => process.off("exit", killWithUs));
  }

  private async untilItAnswers(): Promise<void> {
    const deadline = Date.now() + startMs;
    const line = () => readFileSync(join(this.folder, "postgres/postmaster.pid"), "utf8");
    for (;;) {
      if (isReady(line, this.child?.pid)) return;
      if (this.child?.exitCode !== null || Date.now() > deadline) {
        throw new Error(readFileSync(join(this.folder, "log"), "utf8").slice(-2000));
      }
      await pause(5);
    }
  }

  private signal(name: NodeJS.Signals): void {
    if (this.child?.pid !== undefined) signalFamily(this.child.pid, name);
  }
}

function isReady(read: () => string, pid: number | undefined): boolean {
  try {
    const lines = read().split("\n");
    return Number(lines[0]) === pid && /^(ready|standby)/.test(lines[7] ?? "");
  } catch {
    return false;
  }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "depesza-postgres-"));
}
