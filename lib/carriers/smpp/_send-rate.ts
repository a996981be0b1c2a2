import { type Counted, ResponseCounts } from "./_response-counts";

/** Requests per second: a carrier that wants fewer never gets less, and from `most` on a limit says nothing any more. */
const limits = { least: 1, most: 10_000 };
/** What goes on, of what the carrier took in the second before. */
const keptShare = 0.9;
/** What every second adds: much while far below what was once taken, little near it. */
const growth = { far: 0.5, near: 0.05 };
/** What a burst meets is one piece of news, and the first needs some time to say anything. */
const newsMs = { first: 300, next: 1000 };
/** The longest pause of one request, so that a low rate does not outlive its cause. */
const mostGrownSeconds = 60;

/**
 * How fast requests go to a carrier: without a limit until it says that it wants fewer (ESME_RTHROTTLED), then somewhat
 * below what it took in the second before, and slowly up again. A carrier that refuses the same share however few it
 * gets is not helped by fewer, so the rate falls no further.
 */
export class SendRate {
  private perSecond = Number.POSITIVE_INFINITY;
  private nextAt = 0;
  private decideAt = 0;
  private toldAt = Number.NEGATIVE_INFINITY;
  private grownAt = 0;
  /** What was counted when the rate last fell. */
  private fellAt: Counted | undefined;
  /** What the carrier took in a second, when it last took anything. */
  private known = 0;
  /** Fewer requests did not help. */
  private isInVain = false;
  private readonly counts = new ResponseCounts();

  /** Whether the carrier's limit is in force. */
  get isLimited(): boolean {
    return Number.isFinite(this.perSecond);
  }

  /** How long the next request has to wait. */
  waitMs(now: number): number {
    if (!this.isLimited) return 0;
    this.grow(now);
    return Math.max(0, this.nextAt - now);
  }

  /** Counts a request that goes out now. */
  take(now: number): void {
    if (!this.isLimited) return;
    // What a timer came late is made up for, but no pause becomes a burst.
    this.nextAt = Math.max(this.nextAt, now - 50) + 1000 / this.perSecond;
  }

  /** The carrier took a request. */
  accepted(now: number): void {
    this.counts.add("taken", now);
  }

  /** The carrier wants fewer. */
  throttled(now: number): void {
    this.counts.add("throttled", now);
    if (now - this.toldAt > 2 * newsMs.next) this.decideAt = now + newsMs.first;
    this.toldAt = now;
    if (now < this.decideAt) return;
    this.decideAt = now + newsMs.next;
    this.grow(now);
    const counted = this.counts.sum(now);
    this.isInVain = this.fellAt !== undefined && didNotHelp(this.fellAt, counted);
    if (!this.isInVain) this.fall(counted, now);
  }

  private fall(counted: Counted, now: number): void {
    const target = Math.max(counted.taken * keptShare, limits.least);
    this.perSecond = Math.min(target, this.perSecond);
    this.fellAt = counted;
    if (counted.taken >= limits.least) this.known = counted.taken;
    this.grownAt = now;
    this.nextAt = Math.max(this.nextAt, now + 1000 / this.perSecond);
  }

  private grow(now: number): void {
    if (!this.isLimited) return;
    const seconds = Math.min((now - this.grownAt) / 1000, mostGrownSeconds);
    const isFar = this.isInVain || this.perSecond < this.known / 2;
    this.perSecond *= (1 + (isFar ? growth.far : growth.near)) ** seconds;
    this.grownAt = now;
    if (this.perSecond > limits.most) this.perSecond = Number.POSITIVE_INFINITY;
  }
}

/** Over a limit, fewer requests leave as many taken and fewer refused; here, as many of a hundred are refused. */
function didNotHelp(before: Counted, now: Counted): boolean {
  if (!before.isWhole || !now.isWhole) return false;
  const change = now.throttledShare / before.throttledShare;
  return change > 0.75 && change < 1.33 && now.taken < 0.8 * before.taken;
}
