/** The most bytes a request body may have, by how its path begins; the first match counts. */
const bodyLimits: [prefix: string, maxBytes: number][] = [
  ["/api/sms/batch", 8_388_608],
  ["/api/sms", 65_536],
  ["/api/webhook-endpoints", 65_536],
  ["/api/webhooks/", 262_144],
  ["/api/payments/", 262_144],
  ["/api/", 16_384],
  ["/language", 4096],
  // Forms. The compose form takes 10,000 recipients and stays below this; Next's own limit for actions is the same.
  ["/", 1_048_576],
];

/** The most bytes that a request body to this path may have: one table for the API, sign-in and the pages. */
export function bodyLimitOf(path: string): number {
  return bodyLimits.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 0;
}
