interface LogFilter {
  since?: Date;
  until?: Date;
  status?: readonly string[];
  test: boolean;
}

/** Where the log shows exactly these messages; the names are those of `GET /api/sms`. */
export function logPath({ since, until, status, test }: LogFilter): string {
  const query = new URLSearchParams({ test: String(test) });
  if (since) query.set("since", since.toISOString());
  if (until) query.set("until", until.toISOString());
  if (status) query.set("status", status.join(","));
  return `/messages?${query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",")}`;
}
