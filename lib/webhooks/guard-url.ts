import { isIP } from "node:net";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import type { Sentence } from "../core/sentence";
import { hasIntranet, isAllowed, isPublic } from "./_address-rules";
import { webhookSentences } from "./sentences";

const maxLength = 2048;
const tooLong = webhookSentences.longUrl({ max: maxLength });
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
  const url = readUrl(text);
  const errorMessage = errorMessageOfHost(url);
  if (errorMessage) throw refused(errorMessage);
  return url;
}

/** The same of a URL that nothing is ever sent to from here, as a listener's: it may be on any network. */
export function readUrl(text: string): URL {
  if (text.length > maxLength) throw refused(tooLong);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw refused(webhookSentences.notAUrl);
  const errorMessage = errorMessageOfForm(text, url);
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

function errorMessageOfForm(text: string, url: URL): Sentence | undefined {
  if (url.href.length > maxLength) return tooLong;
  if (url.protocol !== "https:" && url.protocol !== "http:") return webhookSentences.notHttps;
  if (url.username || url.password) {
    return webhookSentences.hasPassword;
  }
  if (url.hash || text.includes("#")) return webhookSentences.hasFragment;
  return undefined;
}

function errorMessageOfHost(url: URL): Sentence | undefined {
  const host = hostOf(url.hostname);
  if (metadataNames.has(host)) return webhookSentences.metadata({ host });
  if (isIP(host)) return errorMessageOfAddress(host, url);
  if (hasIntranet()) return undefined;
  if (isIntranetName(host)) return webhookSentences.privateName({ host });
  return errorMessageOfDoor(url);
}

function errorMessageOfAddress(address: string, url: URL): Sentence | undefined {
  if (isAllowed(address)) return undefined;
  return isPublic(address) ? errorMessageOfDoor(url) : webhookSentences.notPublic({ address });
}

function errorMessageOfDoor(url: URL): Sentence | undefined {
  if (!needsAllowedSubnet(url)) return undefined;
  return defaultPorts.has(url.port) ? webhookSentences.notHttps : webhookSentences.wrongPort;
}

function refused(sentence: Sentence): AppError {
  return new AppError("invalid_request", sentence, { fields: { url: [sentence] } });
}
