import { type Reading, toReading } from "../metrics/reading";
import type { InstallationFacts } from "./read-installation";

/** What the database and the carriers say, as figures; what is not known is left out. */
export function installationReadings(facts: InstallationFacts): Reading[] {
  const { alarms, heartbeats, freeBytes } = facts;
  return [
    toReading("depesza_database_up", [{ value: alarms || heartbeats ? 1 : 0 }]),
    ...queueReadings(facts),
    ...carrierReadings(facts),
    ...backupReadings(facts),
    toReading(
      "depesza_heartbeat_age_seconds",
      (heartbeats ?? []).map(({ name, ageSeconds }) => ({ labels: { name }, value: ageSeconds })),
    ),
    toReading("depesza_disk_free_bytes", known(freeBytes)),
    toReading(
      "depesza_alarms_open",
      (alarms ?? []).map(({ alarm, subject }) => ({ labels: { alarm, subject }, value: 1 })),
    ),
  ];
}

function queueReadings({ queues, pending, mails, campaigns }: InstallationFacts): Reading[] {
  const labelled = (queues ?? []).map(({ carrier, isBulk, ...queue }) => ({
    labels: { carrier: carrier ?? "none", class: isBulk ? "bulk" : "transactional" },
    ...queue,
  }));
  return [
    toReading(
      "depesza_queue_messages",
      labelled.map(({ labels, messages }) => ({ labels, value: messages })),
    ),
    toReading(
      "depesza_queue_oldest_seconds",
      labelled.map(({ labels, oldestSeconds }) => ({ labels, value: oldestSeconds })),
    ),
    toReading("depesza_webhooks_pending", known(pending?.deliveries)),
    toReading("depesza_webhooks_oldest_seconds", known(pending?.oldestSeconds)),
    toReading("depesza_emails_waiting", known(mails?.count)),
    toReading("depesza_campaigns_running", known(campaigns)),
  ];
}

function carrierReadings({ carriers, troubles, balances }: InstallationFacts): Reading[] {
  const inTrouble = new Set(troubles?.map(({ carrier }) => carrier));
  const seen = troubles ? [...new Set([...carriers, ...inTrouble])] : [];
  return [
    toReading(
      "depesza_carrier_in_trouble",
      seen.map((carrier) => ({ labels: { carrier }, value: inTrouble.has(carrier) ? 1 : 0 })),
    ),
    toReading(
      "depesza_carrier_balance",
      [...balances].flatMap(([carrier, balance]) => {
        const value = Number(balance?.amount);
        if (!balance || Number.isNaN(value)) return [];
        return [{ labels: { carrier, unit: balance.unit }, value }];
      }),
    ),
  ];
}

/** None where backups are not made. */
function backupReadings({ backup }: InstallationFacts): Reading[] {
  const { state, last, failure } = backup ?? { state: "off", last: null, failure: null };
  return [
    toReading("depesza_backup_age_seconds", known(last?.ageSeconds)),
    toReading("depesza_backup_size_bytes", known(last?.bytes)),
    toReading("depesza_backup_failed", state === "off" ? [] : [{ value: failure ? 1 : 0 }]),
  ];
}

function known(value: number | undefined): { value: number }[] {
  return value === undefined ? [] : [{ value }];
}
