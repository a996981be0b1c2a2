/** A message that waits no longer may still leave by itself. */
export const stuckMinutes = 10;

/** What may need a person, the worst first, with how soon. */
export const concernKinds = {
  worker_late: "now",
  disk_low: "now",
  carriers_file: "now",
  carrier_trouble: "now",
  no_route: "now",
  queue_stuck: "now",
  unknown_fate: "soon",
  carrier_silent: "soon",
  campaign_stuck: "soon",
  carrier_low: "soon",
  backup_failed: "soon",
  backup_late: "soon",
  endpoint_disabled: "soon",
  endpoint_failing: "soon",
  receipts_unmatched: "soon",
  callbacks_refused: "soon",
  account_failures: "soon",
  account_velocity: "soon",
  codes_stopped: "soon",
  mails_waiting: "later",
  not_seen: "now",
} as const satisfies Record<string, Urgency>;

export type Urgency = "now" | "soon" | "later";

export type ConcernKind = keyof typeof concernKinds;

/** Something that the installation does not settle by itself. */
export interface Concern {
  kind: ConcernKind;
  /** What it is about: the name of a carrier, an ID as on the wire, a host; null for the whole installation. */
  subject: string | null;
  /** The ID of what the subject alone does not tell apart, such as two endpoints of a host. */
  subjectId: string | null;
  /** The account it is about, as on the wire; null for none. */
  account: string | null;
  since: Date | null;
  /** How many of what the kind is about. */
  count: number;
  /** A stable code that says more, such as why messages wait. */
  reason: string | null;
  /** The words of somebody outside. */
  said: string | null;
}

/** Everything that needs a person, the worst first, and what was looked at. */
export interface Concerns {
  concerns: Concern[];
  /** There are more of some kinds than are listed. */
  isCut: boolean;
  figures: {
    /** In the last hour, by all carriers. */
    submitted: number;
    delivered: number;
    ended: number;
    /** Queued and due. */
    waiting: number;
    carriers: number;
    freeBytes: number;
  };
}
