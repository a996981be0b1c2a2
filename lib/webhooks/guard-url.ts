import { isIP } from "node:net";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { hasIntranet, isAllowed, isPublic } from "./_address-rules";

const maxLength = 2048;
const tooLong = `The URL may have at most ${maxLength} characters.`;
const defaultPorts = new Set(["", "80", "443", "8080", "8443"]);
const intranetName = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$|^[^.]+$/;
/** Where clouds keep credentials for whoever asks from inside. Never a webhook, whatever is allowed. */
const metadataNames = new Set([
  ...["metadata", "metadata.google.internal", "metadata.goog", "metadata.azure.com"],
  ...["instance-data", "instance-data.ec2.internal", "metadata.tencentyun.com"],
]);

/**
 * The one reading of a customer's URL (WHATWG), refused with a sentence when webhooks must not go there.
 * Looks at what is written; where a name leads is looked at on connecting (guarded-agent).
 */
export function guardUrl(text: string): URL {
  if (text.length > maxLength) throw refused(tooLong);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw refused("Invalid URL. Use a URL such as https://example.com/hooks.");
  const errorMessage = errorMessageOfForm(text, url) ?? errorMessageOfHost(url);
  if (errorMessage) throw refused(errorMessage);
  return url;
}

/** Whether this goes only to ranges the operator opened: plain http, or a port that is not a web port. */
export function needsAllowedSubnet({
  protocol,
  port,
}: {
  protocol: string;
  port: string;
}): boolean {
  return (protocol === "http:" && env().WEBHOOK_ALLOW_HTTP === "no") || !defaultPorts.has(port);
}

/** The host as it is looked up: without brackets and without the dot that ends a full name. */
export function hostOf(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/** Whether only a network of one's own knows this name. */
export function isIntranetName(host: string): boolean {
  return intranetName.test(host);
}

function errorMessageOfForm(text: string, url: URL): string | undefined {
  if (url.href.length > maxLength) return tooLong;
  if (url.protocol !== "https:" && url.protocol !== "http:") return "Use an https:// URL.";
  if (url.username || url.password) {
    return "Remove the username and password from the URL. The signature identifies the sender.";
  }
  if (url.hash || text.includes("#")) return "Remove the part from # on. It is never sent.";
  return undefined;
}

function errorMessageOfHost(url: URL): string | undefined {
  const host = hostOf(url.hostname);
  if (metadataNames.has(host)) return `${host} is a metadata service, not an endpoint.`;
  if (isIP(host)) return errorMessageOfAddress(host, url);
  if (hasIntranet()) return undefined;
  if (isIntranetName(host)) return `${host} is a private hostname. Use a public one.`;
  return errorMessageOfDoor(url);
}

function errorMessageOfAddress(address: string, url: URL): string | undefined {
  if (isAllowed(address)) return undefined;
  return isPublic(address)
    ? errorMessageOfDoor(url)
    : `${address} is not a public address; webhooks go to public addresses only.`;
}

function errorMessageOfDoor(url: URL): string | undefined {
  if (!needsAllowedSubnet(url)) return undefined;
  return defaultPorts.has(url.port) ? "Use an https:// URL." : "Use port 443, 8443, 80, or 8080.";
}

function refused(sentence: string): AppError {
  return new AppError("invalid_request", sentence, { fields: { url: [sentence] } });
}
