import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { giveAway, type Identity } from "./choose-identity";
import { isAlive } from "./find-postmaster";

interface NewCluster {
  dataDir: string;
  password: string;
  identity: Identity;
}

/**
 * Makes `DATA_DIR/postgres` unless it is there. Built beside its place and renamed when complete, so that
 * neither a crash nor a second process ever leaves or sees half a cluster.
 */
export async function createCluster({ dataDir, password, identity }: NewCluster): Promise<void> {
  const place = join(dataDir, "postgres");
  if (existsSync(join(place, "PG_VERSION"))) return;
  removeLeftovers(dataDir);
  const draft = join(dataDir, `postgres.new-${process.pid}`);
  const passwordFile = join(dataDir, `password.new-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.owner) {
    giveAway(draft, identity.owner);
    giveAway(passwordFile, identity.owner);
  }
  try {
    await runInitdb(identity, draft, passwordFile);
    chmodSync(draft, 0o700);
    if (!existsSync(join(place, "PG_VERSION"))) renameSync(draft, place);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

async function runInitdb(identity: Identity, folder: string, passwordFile: string): Promise<void> {
  const [program = "", ...words] = [
    ...identity.prefix,
    join(identity.native, "bin/initdb"),
    ...["-D", folder, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
    ...["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    "--no-instructions",
  ];
  const child = spawn(program, words, {
    ...identity.owner,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [errorMessage, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  if (code !== 0) {
    const reason = errorMessage.trim().split("\n").at(0) ?? "no reason given";
    throw new AppError(
      "unavailable",
      operatorSentence(`The embedded database could not be created: ${reason}.`),
    );
  }
}

function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = /^(?:postgres|password)\.new-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}
