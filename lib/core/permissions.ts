import type { Words } from "../language/language";

/** What somebody is in an account. */
export const roles = ["owner", "developer", "sender", "billing", "viewer"] as const;

export type Role = (typeof roles)[number];

interface Rule {
  /** What a token needs for it; null for what people alone may do. */
  scope: "send" | "read" | "manage" | null;
  /** Who of the people may do it. */
  roles: readonly Role[];
}

/**
 * Everything that may be allowed in an account, and to whom: the one table that verbs, pages, and the navigation ask.
 * Developers create tokens, so a permission that has a scope is theirs, too: no token reaches beyond its creator.
 */
export const permissions = {
  /** The log, conversations, campaigns and their results, the figures. */
  read_messages: { scope: "read", roles: ["owner", "developer", "sender", "viewer"] },
  /** Messages and campaigns. */
  send_messages: { scope: "send", roles: ["owner", "developer", "sender"] },
  /** Contacts, groups, templates, opt-outs. */
  read_contacts: { scope: "read", roles: ["owner", "developer", "sender", "viewer"] },
  manage_contacts: { scope: "manage", roles: ["owner", "developer", "sender"] },
  manage_tokens: { scope: "manage", roles: ["owner", "developer"] },
  /** Endpoints, their secrets, and their deliveries. */
  manage_webhooks: { scope: "manage", roles: ["owner", "developer"] },
  /** The balance, its history, and what things cost. */
  read_credits: { scope: "read", roles },
  /** How the account is set up, as far as everybody works with it. */
  read_settings: { scope: "read", roles },
  /** Buying credits, and when to be warned. */
  manage_billing: { scope: null, roles: ["owner", "billing"] },
  /** Settings of all, erasing somebody, taking everything along, closing. */
  manage_account: { scope: null, roles: ["owner"] },
  /** Who did what, and from where. */
  read_activity: { scope: null, roles: ["owner"] },
  /** Who is in the account, and as what. */
  manage_people: { scope: null, roles: ["owner"] },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** Whether people of a role may do something. */
export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission].roles;
  return allowed.includes(role);
}

/** The roles as screens and sentences name them. */
export const roleNames: Record<Role, Words<string>> = {
  owner: { en: "Owner", pl: "Właściciel" },
  developer: { en: "Developer", pl: "Programista" },
  sender: { en: "Sender", pl: "Nadawca" },
  billing: { en: "Billing", pl: "Rozliczenia" },
  viewer: { en: "Viewer", pl: "Obserwator" },
};

/** The roles that may do something, in words: "Owner or Billing". */
export function rolesWithWords(permission: Permission): Words<string> {
  const allowed: readonly Role[] = permissions[permission].roles;
  const list = (language: "en" | "pl") =>
    new Intl.ListFormat(language, { type: "disjunction" }).format(
      allowed.map((role) => roleNames[role][language]),
    );
  return { en: list("en"), pl: list("pl") };
}
