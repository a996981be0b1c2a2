import { OutsideText } from "@/components/outside-text";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { listAlarms } from "@/lib/monitoring/list-alarms";
import type { Health } from "@/lib/operations/health-operations";
import { administratorParts } from "../parts";
import type { statusPageWords } from "../words";
import { PartList } from "./part-list";

interface ForAdministratorsProps {
  health: Health;
  words: (typeof statusPageWords)["en"];
}

/** What who runs the installation sees besides: its version, the other parts, and the alarms that are open. */
export async function ForAdministrators({ health, words }: ForAdministratorsProps) {
  const alarms = await listAlarms();
  const { administration, alarms: alarmWords } = words;
  const there = administratorParts.filter((part) => health.parts[part] !== undefined);
  return (
    <section className="mt-12">
      <SectionHeading
        title={administration.title}
        lead={administration.lead}
        actions={<ButtonLink href="/admin">{administration.open}</ButtonLink>}
      />
      <p className="mb-4">
        {administration.version} <span className="font-mono">{health.version}</span>
      </p>
      {there.length > 0 && <PartList names={there} parts={health.parts} words={words} />}
      <h3 className="mt-6 mb-1 font-semibold">{alarmWords.title}</h3>
      {alarms.length === 0 && <p className="text-mute">{alarmWords.none}</p>}
      <ul>
        {alarms.map(({ alarm, subject, since }) => (
          <li key={`${alarm} ${subject}`} className="flex flex-wrap gap-x-3 py-1">
            <span className="font-medium text-bad">{alarmWords.names[alarm]}</span>
            {subject && <OutsideText className="font-mono" text={subject} />}
            <span className="text-mute">
              {alarmWords.since} <Time at={since.toISOString()} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
