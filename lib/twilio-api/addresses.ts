/** A sender as Twilio writes it: a whole number has a plus, a short code and a name have none. */
export function senderAddress(from: string): string {
  return /^[1-9]\d{8,14}$/.test(from) ? `+${from}` : from;
}

/** A recipient as Twilio writes it; what stands for an erased one stays. */
export function recipientAddress(to: string): string {
  return /^\d+$/.test(to) ? `+${to}` : to;
}
