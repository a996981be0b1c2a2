import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Route } from "./carriers-file";
import { matchesPattern } from "./matches-pattern";

/** What a route is chosen by. */
export interface RoutedMessage {
  accountId: string;
  /** E.164 without the plus. */
  to: string;
  from: string;
  class: "transactional" | "bulk";
}

/** The class of messages of a priority: a single one is urgent, one text to many can wait. */
export function classOf(priority: number): RoutedMessage["class"] {
  return priority === 0 ? "transactional" : "bulk";
}

/**
 * The routes for a message, the one to try first in front: by the longest prefix, then by what else they name, then by
 * priority; those that tie are drawn by weight. `random` is at least 0 and below 1.
 */
export function rankRoutes(
  routes: readonly Route[],
  message: RoutedMessage,
  random: () => number = Math.random,
): Route[] {
  // Reading a number takes longer than all the rest, and most installations name no country.
  const asksCountry = routes.some(({ country }) => country !== undefined);
  const country = asksCountry ? countryOf(message.to) : undefined;
  return routes
    .filter((route) => matches(route, message, country))
    .map((route) => ({
      route,
      rank: rankOf(route),
      // Efraimidis and Spirakis: sorted by these, each comes first as often as its weight says.
      draw: random() ** (1 / route.weight),
    }))
    .sort((one, other) => compare(other.rank, one.rank) || other.draw - one.draw)
    .map(({ route }) => route);
}

/** All routes in the order they are tried for a message that each of them fits; those that tie keep their places. */
export function orderRoutes(routes: readonly Route[]): Route[] {
  const ranked = routes.map((route) => ({ route, rank: rankOf(route) }));
  return ranked.sort((one, other) => compare(other.rank, one.rank)).map(({ route }) => route);
}

/** A route in a few words, for the history of a message and for the administrator. */
export function describeRoute(route: Route): string {
  const { to, country, account, from, class: kind, priority, carrier } = route;
  const parts = [
    country ? `country ${country}` : `to ${to}`,
    ...(account ? [`account ${account}`] : []),
    ...(from ? [`from ${from}`] : []),
    ...(kind ? [kind] : []),
    `priority ${priority}`,
  ];
  return `${parts.join(", ")}: ${carrier}`;
}

function matches(route: Route, message: RoutedMessage, country: string | undefined): boolean {
  const { to, account, from, class: kind } = route;
  return (
    (to === undefined || to === "*" || message.to.startsWith(to)) &&
    (route.country === undefined || route.country === country) &&
    (account === undefined || account === message.accountId) &&
    (from === undefined || matchesPattern(message.from, from)) &&
    (kind === undefined || kind === message.class)
  );
}

function rankOf(route: Route): number[] {
  return [prefixLength(route), specificity(route), -route.priority];
}

/** A country counts as long as a prefix of two digits and a bit: what is longer than most country codes wins over it. */
function prefixLength({ to }: Route): number {
  if (to === undefined) return 2.5;
  return to === "*" ? 0 : to.length;
}

function specificity({ account, from, class: kind }: Route): number {
  return (account ? 4 : 0) + (from ? 2 : 0) + (kind ? 1 : 0);
}

function compare(one: number[], other: number[]): number {
  const place = one.findIndex((value, position) => value !== other[position]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

function countryOf(to: string): string | undefined {
  return parsePhoneNumberFromString(`+${to}`)?.country;
}
