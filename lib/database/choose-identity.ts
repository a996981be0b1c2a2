import { spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";

/** As whom PostgreSQL's programs run, and from where. */
export interface Identity {
  native: string;
  /** Words before the program's own command line. */
  prefix: string[];
  /** Set when the programs run as another user than this process. */
  owner?: { uid: number; gid: number };
}

const nobody = { uid: 65_534, gid: 65_534 };

/**
 * PostgreSQL refuses to run as root. Root therefore runs it in a user namespace of its own (the files stay
 * root's), where that is not allowed as `nobody`, and always as the owner of data that is there already.
 */
export function chooseIdentity(dataDir: string, native: string): Identity {
  if (process.getuid?.() !== 0) return { native, prefix: [] };
  const data = join(dataDir, "postgres");
  const present = existsSync(data) ? statSync(data) : undefined;
  if (present && present.uid !== 0)
    return asUser(dataDir, native, { uid: present.uid, gid: present.gid });
  if (spawnSync("unshare", ["--user", "true"]).status === 0)
    return { native, prefix: ["unshare", "--user"] };
  const identity = asUser(dataDir, native, nobody);
  if (present) giveAway(data, nobody);
  return identity;
}

/** Makes everything below a folder belong to the user PostgreSQL runs as. */
export function giveAway(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  chownSync(folder, uid, gid);
  spawnSync("chown", ["-R", `${uid}:${gid}`, folder]);
}

function asUser(dataDir: string, native: string, owner: { uid: number; gid: number }): Identity {
  const copy = join(dataDir, "postgres-binaries");
  if (runs(native, owner)) return { native, prefix: [], owner };
  if (!runs(copy, owner)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  if (runs(copy, owner)) return { native: copy, prefix: [], owner };
  throw new AppError(
    "unavailable",
    operatorSentence(
      `PostgreSQL does not run as root, and other users cannot enter ${dataDir}; start as an ordinary user, set DATA_DIR to a folder everybody may enter, or set DATABASE_URL.`,
    ),
  );
}

function runs(native: string, owner: { uid: number; gid: number }): boolean {
  return (
    spawnSync(join(native, "bin/postgres"), ["--version"], { ...owner, cwd: "/" }).status === 0
  );
}
