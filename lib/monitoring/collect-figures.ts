import { gatherProcesses } from "../metrics/gather-processes";
import { printReadings, type Reading, toReading } from "../metrics/reading";
import { type InstallationFacts, readInstallation } from "./read-installation";
import { version } from "./version";

/**
 * Every figure of the installation in the text format of Prometheus: what each process counts, and what the database and
 * the carriers say. What is late is left out.
 */
export async function collectFigures(): Promise<string> {
  const [processes, facts] = await Promise.all([gatherProcesses(), readInstallation()]);
  const build = toReading("depesza_build_info", [
    { labels: { version, node: process.versions.node }, value: 1 },
  ]);
  return printReadings([build, ...processes, ...readingsOf(facts)]);
}

function readingsOf(facts: InstallationFacts): Reading[] {
  const { database, heartbeats, balances, freeBytes } = facts;
  return [
    toReading("depesza_database_up", [{ value: database ? 1 : 0 }]),
    ...(database ? databaseReadings(facts, database) : []),
    toReading(
      "depesza_heartbeat_age_seconds",
      (heartbeats ?? []).map(({ name, ageSeconds }) => ({ labels: { name }, value: ageSeconds })),
    ),
    toReading(
      "depesza_carrier_balance",
      [...balances].flatMap(([carrier, balance]) => {
        const value = Number(balance?.amount);
        if (!balance || Number.isNaN(value)) return [];
        return [{ labels: { carrier, unit: balance.unit }, value }];
      }),
    ),
    toReading("depesza_disk_free_bytes", known(freeBytes)),
  ];
}

function databaseReadings(
  { carriers }: InstallationFacts,
  {
    queues,
    pending,
    mails,
    campaigns,
    troubles,
    alarms,
  }: NonNullable<InstallationFacts["database"]>,
): Reading[] {
  const labelled = queues.map(({ carrier, isBulk, ...queue }) => ({
    labels: { carrier: carrier ?? "none", class: isBulk ? "bulk" : "transactional" },
    ...queue,
  }));
  const inTrouble = new Set(troubles.map(({ carrier }) => carrier));
  return [
    toReading(
      "depesza_queue_messages",
      labelled.map(({ labels, messages }) => ({ labels, value: messages })),
    ),
    toReading(
      "depesza_queue_oldest_seconds",
      labelled.map(({ labels, oldestSeconds }) => ({ labels, value: oldestSeconds })),
    ),
    toReading("depesza_webhooks_pending", [{ value: pending.deliveries }]),
    toReading("depesza_webhooks_oldest_seconds", [{ value: pending.oldestSeconds }]),
    toReading("depesza_emails_waiting", [{ value: mails }]),
    toReading("depesza_campaigns_running", [{ value: campaigns }]),
    toReading(
      "depesza_carrier_in_trouble",
      [...new Set([...carriers, ...inTrouble])].map((carrier) => {
        return { labels: { carrier }, value: inTrouble.has(carrier) ? 1 : 0 };
      }),
    ),
    toReading(
      "depesza_alarms_open",
      alarms.map(({ alarm, subject }) => ({ labels: { alarm, subject }, value: 1 })),
    ),
  ];
}

function known(value: number | undefined): { value: number }[] {
  return value === undefined ? [] : [{ value }];
}
