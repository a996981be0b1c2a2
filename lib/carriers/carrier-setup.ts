import { readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { env, variable } from "../core/env";
import { ifThrows } from "../core/if-throws";
import { log } from "../core/log";
import type { Carrier } from "./carrier";
import { storedSecret } from "./carrier-secrets";
import { Common, type CommonSettings, type Route } from "./carriers-file";
import {
  type CarriersConfig,
  type FileProblem,
  maxFileBytes,
  readCarriersFile,
} from "./read-carriers-file";
import { simulator } from "./simulator/simulator";
import { upstreamKind } from "./upstream/upstream";

/** A carrier that messages can be submitted to. */
export interface ReadyCarrier {
  kind: string;
  carrier: Carrier;
  common: CommonSettings;
  fingerprint: string;
  /** Of its kind, with secrets filled in. Never print them. */
  settings?: unknown;
}

/** The carriers and routes in force. */
export interface CarrierSetup {
  carriers: readonly ReadyCarrier[];
  routes: readonly Route[];
  /** Nobody wrote routes: one carrier gets everything. */
  isDefault: boolean;
  /** What is wrong with the file as it stands, which is why an earlier one is in force. */
  problems: readonly FileProblem[];
  /** Changes whenever the setup does. */
  version: number;
}

/** The carrier that SMS_API_URL names. */
export const upstreamName = "upstream";

const checkEveryMs = 1000;

/** Where the file of carriers and routes is. */
export function carriersFilePath(): string {
  return env().CARRIERS_FILE ?? join(env().DATA_DIR, "carriers.json");
}

/**
 * The carriers and routes in force in this process. The file is looked at once a second at most; one that does not hold
 * changes nothing and is logged once, by line, and so is one that is gone. Where there never was a file and no setting
 * names one, SMS_API_URL or else the simulator gets every message.
 */
export function carrierSetup(): CarrierSetup {
  return current.get();
}

/** Has the file read again at the next question, as after writing it. */
export function forgetSetup(): void {
  current.expire();
}

class CurrentSetup {
  private setup: CarrierSetup | undefined;
  private stamp = "";
  private checkedAt = 0;

  get(): CarrierSetup {
    const now = Date.now();
    if (this.setup && now - this.checkedAt < checkEveryMs) return this.setup;
    this.checkedAt = now;
    const path = carriersFilePath();
    const found = findFile(path);
    if (this.setup && found.stamp === this.stamp) return this.setup;
    this.stamp = found.stamp;
    this.setup = this.read(path, found);
    return this.setup;
  }

  expire(): void {
    this.checkedAt = 0;
  }

  private read(path: string, found: Found): CarrierSetup {
    const previous = this.setup;
    // One that was there, or that a setting names, and is gone is no wish to have the simulator take everything: editors
    // move files about, and disks come late.
    const isWanted = env().CARRIERS_FILE !== undefined || previous?.isDefault === false;
    if (found.isMissing && !isWanted) return this.make(undefined, []);
    const read =
      found.problem === undefined
        ? ifThrows(
            () => readCarriersFile(readFileSync(path, "utf8"), lookUp),
            (error) => ({ problems: [{ line: 1, problem: String(error) }] }),
          )
        : { problems: [{ line: 1, problem: found.problem }] };
    if ("problems" in read) {
      for (const { line, problem } of read.problems) {
        log().error({ path, line, problem }, "the file of carriers does not hold; it is not used");
      }
      if (previous) return { ...previous, problems: read.problems, version: previous.version + 1 };
      // The first one there is: nothing may leave by a way that nobody chose.
      return {
        ...this.make({ carriers: [], routes: [], warnings: [] }, []),
        problems: read.problems,
      };
    }
    for (const warning of read.warnings) log().warn({ path, warning }, "in the file of carriers");
    if (previous) log().info({ path }, "carriers and routes were read again");
    return this.make(read, []);
  }

  private make(config: CarriersConfig | undefined, problems: FileProblem[]): CarrierSetup {
    const configured = (config?.carriers ?? []).map((each) => {
      const known = this.setup?.carriers.find((old) => old.fingerprint === each.fingerprint);
      const carrier = known?.carrier ?? each.create();
      return {
        kind: each.kind,
        carrier,
        common: each.common,
        fingerprint: each.fingerprint,
        settings: each.settings,
      };
    });
    const built = [this.fromSettings(), builtInSimulator].filter(
      (each) =>
        each !== undefined && !configured.some(({ carrier }) => carrier.name === each.carrier.name),
    ) as ReadyCarrier[];
    const [fallback] = built;
    const routes = config?.routes ?? [
      { to: "*", carrier: fallback?.carrier.name ?? simulator.name, priority: 1, weight: 1 },
    ];
    return {
      carriers: [...configured, ...built],
      routes,
      isDefault: config === undefined,
      problems,
      version: (this.setup?.version ?? 0) + 1,
    };
  }

  /** The carrier that SMS_API_URL names. */
  private fromSettings(): ReadyCarrier | undefined {
    const {
      SMS_API_URL: url,
      SMS_API_TOKEN: token,
      SMS_API_WEBHOOK_SECRET,
      SMS_API_ADDRESSES,
    } = env();
    if (!(url && token)) return undefined;
    const known = this.setup?.carriers.find(({ fingerprint }) => fingerprint === "settings");
    if (known) return known;
    const settings = {
      url,
      token,
      webhook_secret: SMS_API_WEBHOOK_SECRET,
      addresses: SMS_API_ADDRESSES,
    };
    const carrier = upstreamKind.create(settings, { name: upstreamName });
    return {
      kind: "http",
      carrier,
      common: Common.parse({ name: upstreamName }),
      fingerprint: "settings",
    };
  }
}

const builtInSimulator: ReadyCarrier = {
  kind: "simulator",
  carrier: simulator,
  common: Common.parse({ name: simulator.name }),
  fingerprint: "built-in",
};

const current = new CurrentSetup();

interface Found {
  /** Changes whenever the file does. */
  stamp: string;
  isMissing: boolean;
  /** Why it is not to be opened: a pipe would never end, and a directory or a disk is no file of carriers. */
  problem: string | undefined;
}

/** Looks at the file without opening it. Never throws. */
function findFile(path: string): Found {
  return ifThrows(
    () => {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (!stat) return { stamp: "", isMissing: true, problem: "The file is gone." };
      const stamp = `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size} ${stat.ino}`;
      return { stamp, isMissing: false, problem: problemOf(stat) };
    },
    (error) => ({ stamp: String(error), isMissing: false, problem: String(error) }),
  );
}

function problemOf(stat: Stats): string | undefined {
  if (!stat.isFile()) return "This is not a file.";
  return stat.size > maxFileBytes ? "The file is larger than 1 MiB." : undefined;
}

function lookUp(source: "env" | "secret", name: string): string | undefined {
  return source === "env" ? variable(name) : storedSecret(name);
}
