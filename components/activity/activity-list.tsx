import type { ActivityView } from "@/lib/activity/contract";
import { wordsOf } from "../language/current-language";
import { OutsideText } from "../outside-text";
import { ExactTime } from "../ui/time";
import { actionWords } from "./action-words";
import { ActivityFacts } from "./activity-facts";
import { activityWords } from "./words";

/** An event, and in the administration whose account it is in; null for the installation itself. */
type Listed = ActivityView & { account_name?: string | null };

const row =
  "grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-0.5 border-line border-t py-2 sm:grid-cols-[11rem_minmax(0,2fr)_minmax(0,3fr)]";

/** Who did what, newest first: when and from where, who, and what it changed. */
export async function ActivityList({ events }: { events: Listed[] }) {
  const [words, actions] = await Promise.all([wordsOf(activityWords), wordsOf(actionWords)]);
  return (
    <ul aria-label={words.caption} className="border-line border-b text-sm">
      {events.map((event) => (
        <li key={event.activity_id} className={row}>
          <span className="text-mute">
            <ExactTime at={event.at} className="block tabular-nums" />
          </span>
          <span className="min-w-0">
            <span className="wrap-anywhere block">
              <Who actor={event.actor} />
            </span>
            <span className="block text-mute" title={event.user_agent ?? undefined}>
              {event.ip_address && <OutsideText text={event.ip_address} className="font-mono" />}
            </span>
          </span>
          <span className="min-w-0">
            <span className="wrap-anywhere block">
              <span className="font-medium">{actions[event.action]}</span> <Target event={event} />
            </span>
            <ActivityFacts event={event} />
            {event.account_name !== undefined && (
              <span className="wrap-anywhere block text-mute">
                {words.account}:{" "}
                {event.account_name === null ? (
                  words.installation
                ) : (
                  <OutsideText text={event.account_name} />
                )}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

async function Who({ actor: { type, name } }: Pick<ActivityView, "actor">) {
  const words = await wordsOf(activityWords);
  if (type === "operator" || type === "system") return words[type];
  if (type === "admin" && name === null) return words.admin;
  if (name === null) return words.erased;
  if (type === "token") return <OutsideText text={words.token(name)} />;
  return <OutsideText text={name} />;
}

/** What it was done to; left out where that is who did it. */
function Target({ event: { target, actor } }: { event: ActivityView }) {
  if (target.name !== null && target.name === actor.name) return null;
  const shown = target.name ?? target.id;
  return shown && <OutsideText text={shown} className={target.name ? undefined : "font-mono"} />;
}
