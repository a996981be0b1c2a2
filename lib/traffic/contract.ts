/** What a message came to, as charts tell it apart; `open` is everything that has not ended yet. */
export const outcomes = ["delivered", "open", "failed", "bounced", "expired", "cancelled"] as const;

export type Outcome = (typeof outcomes)[number];

/** The spans of time up to now that a chart can show. */
export const ranges = ["24h", "7d", "30d"] as const;

/** Calendar days such as "2026-05-15", both taken in. */
export interface Days {
  from: string;
  to: string;
}

export type Range = (typeof ranges)[number] | Days;

/** The messages accepted in an hour or a day, by what became of them. */
export interface Bar {
  from: Date;
  until: Date;
  counts: Record<Outcome, number>;
  total: number;
}

/** An account's traffic in figures. Windows of days are whole days of `zone`, today included. */
export interface Overview {
  /** The reader's zone; UTC where its days do not begin with an hour of UTC. */
  zone: string;
  bars: Bar[];
  /** Messages accepted since midnight, and in each of the last 24 hours. */
  today: { since: Date; messages: number; hourly: number[] };
  /** What follows is about the last seven days, day by day where there is a list. */
  week: {
    since: Date;
    /** Of the messages that a carrier had and that have ended, how many were delivered: 0 to 1. */
    rate: number | null;
    dailyRate: (number | null)[];
    p50Ms: number | null;
    p95Ms: number | null;
    dailyP95Ms: (number | null)[];
    /** When each of its days ends. */
    ends: Date[];
  };
}
