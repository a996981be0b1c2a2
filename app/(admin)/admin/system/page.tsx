import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { PageHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import { type LastBackup, lastBackup } from "@/lib/backups/last-backup";
import { env } from "@/lib/core/env";
import { version } from "@/lib/core/version";
import { freeBytes } from "@/lib/database/check-data-folder";
import { describeDatabase } from "@/lib/database/describe-database";
import { type Heartbeat, readHeartbeats } from "@/lib/queue/read-heartbeats";
import { FactList } from "../_components/fact-list";
import { KeepFresh } from "../keep-fresh";
import { requireAdmin } from "../require-admin";
import { systemWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(systemWords)).title };
}

/** What the installation runs on: its version, worker, database, and disk. */
export default async function SystemPage() {
  const actor = await requireAdmin("/admin/system");
  const [words, database, beats, free, backup] = await Promise.all([
    wordsOf(systemWords),
    describeDatabase({ actor }),
    readHeartbeats({ actor }),
    freeBytes(env().DATA_DIR),
    lastBackup(),
  ]);
  const { facts, applied, used } = words;
  const megabytes = (bytes: number) => words.megabytes(Math.floor(bytes / 1_000_000));
  return (
    <>
      <KeepFresh />
      <PageHeading title={words.title} lead={words.lead} />
      <FactList
        facts={[
          [facts.version, version],
          [
            facts.worker,
            <Worker key="worker" beat={beats.find(({ name }) => name === "worker")} />,
          ],
          [facts.migrations, applied(database.applied, database.known, database.migration)],
          [facts.database, database.version],
          [facts.started, <ExactTime key="started" at={database.startedAt.toISOString()} />],
          [facts.size, megabytes(database.bytes)],
          [facts.connections, used(database.connections, database.maxConnections)],
          [facts.disk, megabytes(free)],
          [facts.backup, <Backup key="backup" backup={backup} />],
        ]}
      />
    </>
  );
}

async function Worker({ beat }: { beat: Heartbeat | undefined }) {
  const words = await wordsOf(systemWords);
  if (!beat) return <span className="text-bad">{words.never}</span>;
  return (
    <span className={beat.isLate ? "text-bad" : undefined}>
      {beat.isLate ? words.late : words.alive} <ExactTime at={beat.at.toISOString()} />
    </span>
  );
}

async function Backup({ backup: { state, last, failure } }: { backup: LastBackup }) {
  const words = await wordsOf(systemWords);
  if (state === "off") return <span className="text-mute">{words.noBackup}</span>;
  return (
    <span className={state === "late" ? "text-bad" : undefined}>
      {last ? (
        <>
          <ExactTime at={last.startedAt.toISOString()} />,{" "}
          {words.megabytes(Math.ceil(last.bytes / 1_000_000))}
        </>
      ) : (
        words.noBackupYet
      )}
      {failure && <OutsideText className="block text-bad" text={failure.sentence} />}
    </span>
  );
}
