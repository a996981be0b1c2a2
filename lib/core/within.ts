/**
 * What the work results in, if it does so in time; else rejects with the error made by `late`. The work goes on.
 * A result that had already arrived while this process was too busy to read it still counts.
 */
export function within<T>(work: Promise<T>, timeoutMs: number, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    // After the timers Node reads what has arrived, and only then does it run this.
    const timer = setTimeout(() => setImmediate(() => reject(late())), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
