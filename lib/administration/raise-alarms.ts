import { notifyAdministrators } from "../accounts/notify-administrators";
import { takeAttempts } from "../attempts/attempts";
import { listTroubles, type Trouble } from "../carriers/list-troubles";
import { AppError } from "../core/errors";
import { enqueueAlarm } from "../deliveries/enqueue-alarm";
import { countUnrouted } from "../messages/count-unrouted";
import { openAlarm } from "../monitoring/open-alarm";
import { alarmLetter, alarmSummary, routeLetter, routeSummary } from "./_alarm-letters";

const hourMs = 3_600_000;
/** Shorter than the pause between two emails, so that one trouble is reported once however the clocks differ. */
const newsMs = hourMs - 60_000;

/**
 * Tells the administrators, by email and by webhook, what has newly gone wrong: a carrier whose circuit has opened, with
 * the reason, and messages that no route leads anywhere. One carrier and reason are told once an hour at most, over all processes.
 * `watchInstallation` tells when it is over. Returns 0: there is nothing more to do at once.
 */
export async function raiseAlarms(): Promise<number> {
  const [troubles, unrouted] = await Promise.all([listTroubles(), countUnrouted()]);
  for (const trouble of troubles) if (isNews(trouble.since)) await report(trouble);
  const { count, newest } = unrouted;
  if (count > 0 && newest && isNews(newest) && (await isFirst("no_route"))) {
    await openAlarm({ alarm: "no_route", subject: "" });
    await enqueueAlarm({
      ...{ carrier: null, alarm: "no_route", status: "open", since: newest },
      summary: routeSummary(count),
    });
    await notifyAdministrators(routeLetter(count));
  }
  return 0;
}

async function report(trouble: Trouble): Promise<void> {
  if (!(await isFirst(`${trouble.carrier}:${trouble.reason}`))) return;
  const { carrier, reason, since } = trouble;
  const summary = alarmSummary(trouble);
  await openAlarm({ alarm: reason, subject: carrier });
  await enqueueAlarm({ carrier, alarm: reason, status: "open", since, summary });
  await notifyAdministrators(alarmLetter(trouble));
}

function isNews(since: Date): boolean {
  return Date.now() - since.getTime() < newsMs;
}

/** Whether nobody was told of it within the hour. Counted before the email, so two processes never send two. */
async function isFirst(subject: string): Promise<boolean> {
  return takeAttempts([{ key: `alarm:${subject}`, most: 1, windowMs: hourMs }]).then(
    () => true,
    (error) => {
      if (error instanceof AppError && error.code === "rate_limited") return false;
      throw error;
    },
  );
}
