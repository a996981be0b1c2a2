/** Nearly every request names the same host as the one before. */
let lastHost = "";

/** Whether a text is what a Host header may hold: a name or an address, and perhaps a port. */
export function isHost(host: string): boolean {
  if (host === lastHost) return true;
  const isValid =
    /^[\w.~-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) && URL.canParse(`http://${host}`);
  if (isValid) lastHost = host;
  return isValid;
}
