/** What nodemailer calls a mail server that could not be reached or spoken with to the end. */
const unreached = ["ECONNECTION", "ESOCKET", "ETIMEDOUT", "EDNS", "ETLS", "EPROTOCOL"];

/** Whether a mail that failed so may be taken later: no answer, or one of the kind 4yz (RFC 5321, 4.2.1). */
export function isTemporaryFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  if (responseCode !== undefined) return responseCode < 500;
  return code !== undefined && unreached.includes(code);
}
