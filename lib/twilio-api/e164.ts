/** A number as Twilio writes it, with a plus; a short code and a name stay as they are. */
export function e164(address: string): string {
  return /^[1-9]\d{8,14}$/.test(address) ? `+${address}` : address;
}
