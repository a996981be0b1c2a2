interface AlarmFacts {
  /** Who can know of it: the worker looks at everything, and the API at the worker. */
  watchedBy: "worker" | "api";
  isOfCarrier: boolean;
  /** Its beginning is reported by `administration/raise-alarms`, with what the carrier said. */
  isRaisedElsewhere?: true;
}

/** By why messages wait for the carrier. */
const ofTrouble = { watchedBy: "worker", isOfCarrier: true, isRaisedElsewhere: true } as const;

/** Each alarm there is, by its name in events. */
export const alarmKinds = {
  carrier_busy: ofTrouble,
  carrier_error: ofTrouble,
  carrier_down: ofTrouble,
  carrier_throttled: ofTrouble,
  carrier_unauthorized: ofTrouble,
  carrier_out_of_credits: ofTrouble,
  no_route: { watchedBy: "worker", isOfCarrier: false, isRaisedElsewhere: true },
  queue_delayed: { watchedBy: "worker", isOfCarrier: true },
  failure_rate_high: { watchedBy: "worker", isOfCarrier: true },
  carrier_balance_low: { watchedBy: "worker", isOfCarrier: true },
  disk_low: { watchedBy: "worker", isOfCarrier: false },
  backup_late: { watchedBy: "worker", isOfCarrier: false },
  worker_down: { watchedBy: "api", isOfCarrier: false },
} as const satisfies Record<string, AlarmFacts>;

export type AlarmKind = keyof typeof alarmKinds;

/** What is known of a kind. */
export function alarmFacts(kind: AlarmKind): AlarmFacts {
  return alarmKinds[kind];
}

/** Something that is wrong now. */
export interface Condition {
  alarm: AlarmKind;
  /** The carrier, or the machine; empty where there is one thing of its kind. */
  subject: string;
  /** How bad it is, in the unit of its words: seconds, percent, what is left, MB, hours, or messages. */
  amount: number;
}

/** Whether this names an alarm of these. */
export function isAlarmKind(name: string): name is AlarmKind {
  return Object.hasOwn(alarmKinds, name);
}
