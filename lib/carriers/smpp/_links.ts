import { setTimeout as pause } from "node:timers/promises";
import { log } from "../../core/log";
import type { Requeue } from "../carrier";
import { countWindow } from "../carrier-minutes";
import { type BindMode, Link, type LinkEnd, type LinkSettings } from "./_link";
import type { Pdu } from "./_pdu";
import { SendRate } from "./_send-rate";

export interface LinksSettings extends LinkSettings {
  bind: "transceiver" | "separate";
  binds: number;
  window: number;
}

interface Owner {
  carrier: string;
  deliver(pdu: Pdu | undefined, frame: Buffer): Promise<boolean>;
}

interface Waiter {
  resolve: (link: Link | undefined) => void;
  timer: NodeJS.Timeout;
}

/** Full jitter between 0 and 1 s, 2 s, 4 s … and this. */
const backoff = { firstMs: 1000, maxMs: 60_000 };
/** Wrong credentials do not mend themselves, and many carriers lock who keeps trying. */
const unauthorizedMs = 60_000;
const closeTimeoutMs = 10_000;

/** A carrier's binds in this process: keeps them up, and gives out places in their windows at the carrier's rate. */
export class Links {
  readonly rate = new SendRate();
  private readonly links = new Map<number, Link>();
  /** Rests of messages under way go first. */
  private readonly urgent: Waiter[] = [];
  private readonly waiting: Waiter[] = [];
  /** Why each bind that is down ended last. */
  private readonly lastEnds = new Map<number, string>();
  private readonly stopping = new AbortController();
  private trouble: { detail: string; isUnauthorized: boolean } | undefined;
  private pumpTimer: NodeJS.Timeout | undefined;
  private readonly running: Promise<void>[];
  private readonly settings: LinksSettings;
  private readonly owner: Owner;

  constructor(settings: LinksSettings, owner: Owner) {
    this.settings = settings;
    this.owner = owner;
    const sending: BindMode = settings.bind === "separate" ? "transmitter" : "transceiver";
    const modes = new Array<BindMode>(settings.binds).fill(sending);
    if (settings.bind === "separate") modes.push("receiver");
    this.running = modes.map((mode, place) => this.keep(place, mode));
  }

  /** Whether messages can leave; waits that long for the first bind, but not for one that failed before. */
  async untilBound(timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (!this.isUp() && !this.trouble && Date.now() < deadline) {
      await pause(10);
    }
    return this.isUp();
  }

  /** Waits in turn for a place in a window; undefined if there is none by then, or no link. */
  acquire(deadline: number, isUrgent: boolean): Promise<Link | undefined> {
    return new Promise((resolve) => {
      const queue = isUrgent ? this.urgent : this.waiting;
      const timer = setTimeout(
        () => {
          queue.splice(queue.indexOf(waiter), 1);
          resolve(undefined);
        },
        Math.max(0, deadline - Date.now()),
      );
      const waiter = { resolve, timer };
      queue.push(waiter);
      this.pump();
    });
  }

  /** Gives a place back. */
  release(link: Link): void {
    link.inFlight -= 1;
    this.pump();
  }

  /** Why nothing can leave, while no link is bound. */
  whyDown(): Requeue {
    return {
      kind: "requeue",
      reason: this.trouble?.isUnauthorized ? "carrier_unauthorized" : "carrier_down",
      detail: this.trouble?.detail ?? "There is no bind yet.",
      retryAfterMs: null,
      scope: "carrier",
      mayBeAccepted: false,
    };
  }

  /** Whether a link for sending is bound. */
  isUp(): boolean {
    return this.sending().length > 0;
  }

  /** Unbinds every link, after the responses under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.links.values()].map((link) => link.close(closeTimeoutMs)));
    await Promise.all(this.running);
    clearTimeout(this.pumpTimer);
    this.dismiss();
  }

  private async keep(place: number, mode: BindMode): Promise<void> {
    const { signal } = this.stopping;
    let failures = 0;
    while (!signal.aborted) {
      const link = new Link(this.settings, mode, {
        bound: () => this.bound(place, link),
        deliver: (pdu, frame) => this.owner.deliver(pdu, frame),
      });
      this.links.set(place, link);
      const end = await link.run();
      if (signal.aborted) break;
      failures = end.wasUseful ? 0 : failures + 1;
      this.ended(place, end);
      const pauseMs = end.isUnauthorized ? unauthorizedMs : backoffMs(failures);
      // Stopping ends the pause early.
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private bound(place: number, link: Link): void {
    // It was about to connect when everything stopped.
    if (this.stopping.signal.aborted) void link.close(0);
    if (this.lastEnds.delete(place))
      log().info({ carrier: this.owner.carrier }, "carrier bound again");
    this.trouble = undefined;
    this.pump();
  }

  private ended(place: number, { detail, isUnauthorized }: LinkEnd): void {
    // A carrier that is away for a night is one line, not thousands.
    if (this.lastEnds.get(place) !== detail) {
      log().warn(
        { carrier: this.owner.carrier, bind: place + 1, detail },
        "bind to the carrier lost",
      );
    }
    this.lastEnds.set(place, detail);
    if (this.isUp()) return;
    this.trouble = { detail, isUnauthorized };
    this.dismiss();
  }

  /** Nobody waits for a place without a link. */
  private dismiss(): void {
    for (const { resolve, timer } of [...this.urgent.splice(0), ...this.waiting.splice(0)]) {
      clearTimeout(timer);
      resolve(undefined);
    }
  }

  private sending(): Link[] {
    return [...this.links.values()].filter(
      (link, place) => link.isBound && place < this.settings.binds,
    );
  }

  private pump(): void {
    clearTimeout(this.pumpTimer);
    while (this.urgent.length + this.waiting.length > 0) {
      const link = this.freest();
      if (!link) return;
      const now = Date.now();
      const waitMs = this.rate.waitMs(now);
      if (waitMs > 0) {
        this.pumpTimer = setTimeout(() => this.pump(), waitMs);
        return;
      }
      const waiter = this.urgent.shift() ?? this.waiting.shift();
      if (!waiter) return;
      this.rate.take(now);
      link.inFlight += 1;
      this.noteWindow();
      clearTimeout(waiter.timer);
      waiter.resolve(link);
    }
  }

  private noteWindow(): void {
    const links = this.sending();
    const used = links.reduce((sum, { inFlight }) => sum + inFlight, 0);
    countWindow(this.owner.carrier, used, links.length * this.settings.window);
  }

  private freest(): Link | undefined {
    const [first, ...others] = this.sending();
    if (!first) return undefined;
    const freest = others.reduce(
      (best, each) => (each.inFlight < best.inFlight ? each : best),
      first,
    );
    return freest.inFlight < this.settings.window ? freest : undefined;
  }
}

function backoffMs(failures: number): number {
  return Math.random() * Math.min(backoff.firstMs * 2 ** Math.min(failures, 10), backoff.maxMs);
}
