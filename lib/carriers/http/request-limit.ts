interface Request {
  overtakenBy: number;
}

/** Ends the request it was given for. */
type End = () => void;

interface Limits {
  /** Requests in flight at once, as long as they take about equally long. */
  slots: number;
  /** Requests in flight beyond that, which have long been overtaken. */
  maxStragglers: number;
}

/**
 * Limits the requests in flight. One that as many later ones have overtaken as there are slots is a straggler
 * and gives its slot back: a few requests without a response cost the others nothing. A carrier that is slow
 * with all of them never has more in flight, for then none is overtaken.
 */
export class RequestLimit {
  /** In the order in which they began. */
  private readonly active: Request[] = [];
  private readonly waiting: ((end: End) => void)[] = [];
  private stragglers = 0;
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Waits for a slot, in turn; undefined if there is none by then. */
  acquire(deadline: number): Promise<End | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(start), 1);
        resolve(undefined);
      }, deadline - Date.now());
      const start = (end: End) => {
        clearTimeout(timer);
        resolve(end);
      };
      this.waiting.push(start);
      this.startWaiting();
    });
  }

  private startWaiting(): void {
    while (this.active.length < this.limits.slots) {
      const start = this.waiting.shift();
      if (!start) return;
      const request = { overtakenBy: 0 };
      this.active.push(request);
      start(() => this.end(request));
    }
  }

  private end(request: Request): void {
    const position = this.active.indexOf(request);
    if (position < 0) {
      this.stragglers -= 1;
      return;
    }
    this.active.splice(position, 1);
    for (const earlier of this.active.slice(0, position)) this.overtake(earlier);
    this.startWaiting();
  }

  private overtake(request: Request): void {
    request.overtakenBy += 1;
    const { slots, maxStragglers } = this.limits;
    if (request.overtakenBy < slots || this.stragglers >= maxStragglers) return;
    this.active.splice(this.active.indexOf(request), 1);
    this.stragglers += 1;
  }
}
