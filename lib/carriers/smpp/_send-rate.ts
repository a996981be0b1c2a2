/** A carrier that wants fewer messages never gets less than this per second. */
const least = 1;
/** From here on, a limit says nothing any more. */
const most = 10_000;
/** What one request too many takes off what the carrier lately took, and how far below the best it may lead. */
const back = { toShare: 0.9, toShareOfBest: 0.5 };
/** What every second adds: much while far below what was once taken, little near it. */
const growth = { far: 0.5, near: 0.05 };
/** The carrier's responses to a burst are one piece of news. */
const newsMs = 1000;
const bucketMs = 100;
const bucketsPerSecond = 10;
const buckets = 5 * bucketsPerSecond;

/**
 * How fast requests go to a carrier: without a limit until it says that it wants fewer (ESME_RTHROTTLED), then somewhat
 * below what it took in the second before, and slowly up again. Like TCP, it adds little and takes off much.
 */
export class SendRate {
  private perSecond = Number.POSITIVE_INFINITY;
  /** What the carrier took before it last wanted fewer. */
  private known = 0;
  private nextAt = 0;
  private slowedAt = 0;
  private grownAt = 0;
  private readonly taken = new Array<number>(buckets).fill(0);
  private bucket = 0;

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
    this.nextAt = Math.max(this.nextAt, now - bucketMs / 2) + 1000 / this.perSecond;
  }

  /** The carrier took a request. */
  accepted(now: number): void {
    this.turn(now);
    const place = this.bucket % buckets;
    this.taken[place] = (this.taken[place] ?? 0) + 1;
  }

  /** The carrier wants fewer. */
  throttled(now: number): void {
    this.grow(now);
    if (now - this.slowedAt < newsMs) return;
    this.turn(now);
    const lately = this.takenWithin(this.bucket);
    const target = Math.max(lately * back.toShare, this.best() * back.toShareOfBest, least);
    this.known = Math.max(lately, least);
    this.perSecond = Math.min(target, Math.max(this.perSecond * back.toShare, least));
    this.slowedAt = now;
    this.grownAt = now;
    this.nextAt = Math.max(this.nextAt, now + 1000 / this.perSecond);
  }

  private grow(now: number): void {
    if (!this.isLimited) return;
    const seconds = Math.min((now - this.grownAt) / 1000, 60);
    const isFar = this.perSecond < this.known / 2;
    this.perSecond *= (1 + (isFar ? growth.far : growth.near)) ** seconds;
    this.grownAt = now;
    if (this.perSecond > most) this.perSecond = Number.POSITIVE_INFINITY;
  }

  /** Moves on to the bucket of this moment; those in between took nothing. */
  private turn(now: number): void {
    const bucket = Math.floor(now / bucketMs);
    const passed = Math.min(bucket - this.bucket, buckets);
    for (let step = 0; step < passed; step += 1) this.taken[(bucket - step) % buckets] = 0;
    this.bucket = Math.max(bucket, this.bucket);
  }

  /** In the second that ends with this bucket. */
  private takenWithin(bucket: number): number {
    let sum = 0;
    for (let step = 0; step < bucketsPerSecond; step += 1) {
      sum += this.taken[(bucket - step + buckets) % buckets] ?? 0;
    }
    return sum;
  }

  private best(): number {
    let best = 0;
    for (let ago = 0; ago < buckets - bucketsPerSecond; ago += 1) {
      best = Math.max(best, this.takenWithin(this.bucket - ago));
    }
    return best;
  }
}
