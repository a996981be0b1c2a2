const bucketMs = 100;
/** One second. */
const buckets = 10;

export interface Counted {
  /** Per second. */
  taken: number;
  /** Which share of the responses wanted fewer requests. */
  throttledShare: number;
  /** It has a whole second behind it: of less, bursts say more than rates. */
  isWhole: boolean;
}

/** What a carrier answered during the last second, in tenths of it. */
export class ResponseCounts {
  private readonly taken = new Array<number>(buckets).fill(0);
  private readonly throttled = new Array<number>(buckets).fill(0);
  private bucket = 0;
  private since = 0;

  add(kind: "taken" | "throttled", now: number): void {
    const bucket = Math.floor(now / bucketMs);
    const passed = bucket - this.bucket;
    if (passed >= buckets) this.since = now;
    for (let step = 0; step < Math.min(passed, buckets); step += 1) {
      const place = (bucket - step) % buckets;
      this.taken[place] = 0;
      this.throttled[place] = 0;
    }
    this.bucket = Math.max(bucket, this.bucket);
    const place = this.bucket % buckets;
    this[kind][place] = (this[kind][place] ?? 0) + 1;
  }

  sum(now: number): Counted {
    const [taken, throttled] = [this.taken, this.throttled].map((counts) =>
      counts.reduce((sum, each) => sum + each, 0),
    );
    const passedMs = now - this.since;
    const seconds = Math.min(Math.max(passedMs, bucketMs), buckets * bucketMs) / 1000;
    return {
      taken: (taken ?? 0) / seconds,
      throttledShare: (throttled ?? 0) / Math.max((taken ?? 0) + (throttled ?? 0), 1),
      isWhole: passedMs >= buckets * bucketMs,
    };
  }
}
