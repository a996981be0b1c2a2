/** Who can know of an alarm: the worker looks at everything, and the API at the worker. */
export const alarmKinds = {
  queue_delayed: { watchedBy: "worker", isOfCarrier: true },
  failure_rate_high: { watchedBy: "worker", isOfCarrier: true },
  carrier_balance_low: { watchedBy: "worker", isOfCarrier: true },
  disk_low: { watchedBy: "worker", isOfCarrier: false },
  backup_late: { watchedBy: "worker", isOfCarrier: false },
  worker_down: { watchedBy: "api", isOfCarrier: false },
} as const;

export type AlarmKind = keyof typeof alarmKinds;

/** Something that is wrong now. */
export interface Condition {
  alarm: AlarmKind;
  /** The carrier, or the machine; empty where there is one thing of its kind. */
  subject: string;
  /** How bad it is, in the unit of its words: seconds, percent, what is left, MB, or hours. */
  amount: number;
}

/** Whether this names an alarm of these. */
export function isAlarmKind(name: string): name is AlarmKind {
  return Object.hasOwn(alarmKinds, name);
}
