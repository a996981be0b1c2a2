const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "25 s ago", "in 4 min", "3 h ago"; the date once it is a week away. */
export function relativeTime(at: string, nowMs: number, zone?: string): string {
  const distanceMs = nowMs - Date.parse(at);
  const length = durationWords(Math.abs(distanceMs));
  if (length === null) return dateWords(at, nowMs, zone);
  if (Math.abs(distanceMs) < 5000) return "just now";
  return distanceMs > 0 ? `${length} ago` : `in ${length}`;
}

/** "15 May 2026, 14:23:47 CEST" */
export function absoluteTime(at: string, zone?: string, locale = "en-GB"): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(at));
}

/** "1.2 s", "4 min 10 s", "3 h 5 min": how long something took. */
export function tookWords(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < minuteMs) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < hourMs)
    return `${Math.floor(ms / minuteMs)} min ${Math.floor((ms % minuteMs) / 1000)} s`;
  return `${Math.floor(ms / hourMs)} h ${Math.floor((ms % hourMs) / minuteMs)} min`;
}

function durationWords(ms: number): string | null {
  if (ms < minuteMs) return `${Math.floor(ms / 1000)} s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} h`;
  if (ms < 7 * dayMs) return `${Math.floor(ms / dayMs)} d`;
  return null;
}

function dateWords(at: string, nowMs: number, zone?: string): string {
  const isThisYear = at.slice(0, 4) === new Date(nowMs).toISOString().slice(0, 4);
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(at));
}
