import { listTroubles, type Trouble } from "../carriers/list-troubles";
import { countUnrouted } from "../messages/count-unrouted";
import { openAlarm } from "../monitoring/open-alarm";
import { publishAlarm } from "../monitoring/publish-alarm";
import { alarmLetter, alarmSummary, routeLetter, routeSummary } from "./_alarm-letters";

/** Shorter than the pause between two emails, so that one trouble is reported once however the clocks differ. */
const newsMs = 59 * 60_000;

/**
 * Tells the administrators, by email and by webhook, what has newly gone wrong: a carrier whose circuit has opened, with
 * the reason, and messages that no route leads anywhere. One carrier and reason are told once an hour at most, over all processes;
 * what is not told for that is recorded as open all the same. `watchInstallation` tells when it is over. Returns 0: there is
 * nothing more to do at once.
 */
export async function raiseAlarms(): Promise<number> {
  const [troubles, { count, newest }] = await Promise.all([listTroubles(), countUnrouted()]);
  for (const trouble of troubles) await report(trouble);
  if (count > 0 && newest) await reportUnrouted(count, newest);
  return 0;
}

async function report(trouble: Trouble): Promise<void> {
  const { carrier, reason: alarm, since } = trouble;
  const isNews = isRecent(since);
  if (isNews) await openAlarm({ alarm, subject: carrier, since });
  const [summary, letter] = [alarmSummary(trouble), alarmLetter(trouble)];
  await publishAlarm({ alarm, subject: carrier, carrier, since, summary, letter, isNews });
}

async function reportUnrouted(count: number, newest: Date): Promise<void> {
  const key = { alarm: "no_route", subject: "", since: newest };
  // The newest message is always recent where new ones come: what is told is only the alarm they are the first of.
  if (isRecent(newest)) await openAlarm(key);
  const [summary, letter] = [routeSummary(count), routeLetter(count)];
  await publishAlarm({ ...key, carrier: null, summary, letter });
}

function isRecent(since: Date): boolean {
  return Date.now() - since.getTime() < newsMs;
}
