import { domainToASCII } from "node:url";

interface Provider {
  /** All deliver to one mailbox; the first stands for them. */
  domains: [string, ...string[]];
  /** Characters of the mailbox name that make no difference there. */
  ignored: string;
}

// By what the providers document. Characters are only ignored where two people cannot have two such names.
const providers: Provider[] = [
  { domains: ["gmail.com", "googlemail.com"], ignored: "." },
  { domains: ["proton.me", "protonmail.com", "protonmail.ch", "pm.me"], ignored: "._-" },
  { domains: ["icloud.com", "me.com", "mac.com"], ignored: "" },
  {
    domains: ["yandex.com", "yandex.ru", "yandex.by", "yandex.kz", "yandex.ua", "ya.ru"],
    ignored: "",
  },
];

/**
 * One form for all spellings of a mailbox: without case, plus tag and what its provider ignores, the domain
 * in ASCII. For telling people apart only; mails go to the address as it was typed.
 */
export function normalizeAddress(email: string): string {
  const plain = email.normalize("NFKC").trim().toLowerCase();
  const at = plain.lastIndexOf("@");
  const typed = plain.slice(at + 1).replace(/\.$/, "");
  const domain = domainToASCII(typed) || typed;
  const provider = providers.find(({ domains }) => domains.includes(domain));
  const mailbox = withoutTag(plain.slice(0, at));
  if (!provider) return `${mailbox}@${domain}`;
  const essential = [...mailbox].filter((character) => !provider.ignored.includes(character));
  return `${essential.join("")}@${provider.domains[0]}`;
}

/** A name that begins with a plus is all there is. */
function withoutTag(mailbox: string): string {
  const plus = mailbox.indexOf("+");
  return plus > 0 ? mailbox.slice(0, plus) : mailbox;
}
