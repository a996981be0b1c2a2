import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callbackSecret } from "../carriers/callback-secret";
import { describeEnv } from "../core/env-example";
import { freePort } from "../database/free-port";
import { projectRoot } from "../database/project-root";
import { createDatabase } from "./create-database";

const readyMs = 60_000;

type Database = Awaited<ReturnType<typeof createDatabase>>;

/** What a command of an installation's command line ended with. */
export interface CliResult {
  code: number;
  json: unknown;
}

/** What it printed. */
interface CliText {
  code: number;
  out: string;
  err: string;
}

/** A whole installation, API and worker in two processes as in production, on a database of its own. */
export class Installation {
  private children: ChildProcess[] = [];
  private settings: Record<string, string> = {};
  private readonly dataDir = mkdtempSync(join(tmpdir(), "depesza-installation-"));
  private readonly carrierSecret = randomBytes(24).toString("base64url");
  private readonly database: Database;
  private readonly port: number;

  private constructor(port: number, database: Database) {
    this.port = port;
    this.database = database;
  }

  /** Reserves port, folder and database; nothing runs yet. */
  static async prepare(settings: Record<string, string>): Promise<Installation> {
    const installation = new Installation(await freePort(), await createDatabase());
    installation.configure(settings);
    return installation;
  }

  /** Adds settings, in force from the next start or command on. */
  configure(settings: Record<string, string>): void {
    Object.assign(this.settings, settings);
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  /** Its DATA_DIR: empty until something runs. */
  get folder(): string {
    return this.dataDir;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Where an upstream tells this installation what became of its messages. */
  get callbackUrl(): string {
    return `${this.url}/api/webhooks/upstream/${callbackSecret("upstream", this.carrierSecret)}`;
  }

  /** Starts both processes and waits until they say they are ready; also after `kill`, at the same port. */
  async start(): Promise<void> {
    this.children = ["api", "worker"].map((role) => this.launch(role));
    await Promise.all(this.children.map(ready));
  }

  /** Ends both as a power cut does. */
  async kill(): Promise<void> {
    const children = this.children.splice(0);
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(children.map(ended));
  }

  /** Kills what still runs and removes every trace. */
  async remove(): Promise<void> {
    await this.kill();
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Runs a command of the administrator's command line beside it. */
  cli(...words: string[]): Promise<CliResult> {
    const command = [join(projectRoot(), "scripts/cli.mjs"), ...words, "--json"];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, command, { env: this.environment() }, (error, out, err) => {
        if (!out) return reject(new Error(`${words.join(" ")} said nothing but: ${err}`));
        resolve({ code: Number(error?.code ?? 0), json: JSON.parse(out) });
      });
    });
  }

  /** Runs a command as a person does, who reads what it prints. */
  run(...words: string[]): Promise<CliText> {
    const command = [join(projectRoot(), "scripts/cli.mjs"), ...words];
    return new Promise((resolve) => {
      execFile(process.execPath, command, { env: this.environment() }, (error, out, err) => {
        resolve({ code: Number(error?.code ?? 0), out, err });
      });
    });
  }

  /** Starts a command at a terminal of its own, which util-linux `script` makes. */
  runAtTerminal(...words: string[]): ChildProcess {
    const command = [process.execPath, join(projectRoot(), "scripts/cli.mjs"), ...words];
    const quoted = command.map((word) => `'${word}'`).join(" ");
    return spawn("script", ["-qec", quoted, "/dev/null"], {
      env: { ...this.environment(), TERM: "xterm" },
      stdio: ["pipe", "pipe", "inherit"],
    });
  }

  private launch(role: string): ChildProcess {
    return spawn(process.execPath, [join(projectRoot(), "scripts/start.mjs")], {
      env: { ...this.environment(), ROLE: role },
      stdio: ["ignore", "pipe", "inherit"],
    });
  }

  /** Without any setting of the product but these: neither a developer's own nor those of the tests. */
  private environment(): NodeJS.ProcessEnv {
    const unset = Object.fromEntries(describeEnv().map(({ name }) => [name, ""]));
    return {
      ...process.env,
      ...unset,
      LOG_LEVEL: "fatal",
      HOST: "127.0.0.1",
      PROCESSES: "1",
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      DATABASE_URL: this.database.url,
      DATABASE_POOL: "6",
      CARRIER_WEBHOOK_SECRET: this.carrierSecret,
      CARRIER_CALLBACK_URL: this.url,
      ...this.settings,
    };
  }
}

async function ready(child: ChildProcess): Promise<void> {
  const signal = AbortSignal.timeout(readyMs);
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  while (!said.includes("is ready")) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said}`);
    await Promise.race([once(child.stdout ?? child, "data", { signal }), once(child, "exit")]);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
