/** A time as Twilio writes it, by RFC 2822, in UTC. */
export function rfc2822(time: string): string {
  return new Date(time).toUTCString().replace("GMT", "+0000");
}
