import { EndpointBadge } from "@/components/endpoint-badge";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import type { AccountReport } from "@/lib/supervision/get-account-report";
import { accountWords } from "../words";

const row =
  "grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-t py-2 first:border-t-0";

/** Who signs in to the account. */
export async function People({ people }: Pick<AccountReport, "people">) {
  const { people: words } = await wordsOf(accountWords);
  return (
    <section>
      <SectionHeading title={words.title} />
      <ul className="text-sm">
        {people.map(({ email, name, hasTwoStep }) => (
          <li key={email} className={row}>
            <span className="wrap-anywhere min-w-0">
              <OutsideText text={email} />
              {name && (
                <span className="block text-mute">
                  <OutsideText text={name} />
                </span>
              )}
            </span>
            <span className="text-mute">{hasTwoStep ? words.twoStep : words.noTwoStep}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The account's tokens by name and mask. */
export async function Tokens({ tokens }: Pick<AccountReport, "tokens">) {
  const { tokens: words } = await wordsOf(accountWords);
  return (
    <section>
      <SectionHeading title={words.title} />
      {tokens.length === 0 && <p className="text-mute">{words.none}</p>}
      <ul className="text-sm">
        {tokens.map((token) => (
          <li key={token.token_id} className={row}>
            <span className="wrap-anywhere min-w-0">
              <OutsideText text={token.name} />
              <span className="block font-mono text-mute text-xs">{token.masked}</span>
            </span>
            <span className="text-mute">
              {token.revoked_at && words.revoked}
              {!token.revoked_at && token.last_used_at && (
                <>
                  {words.used} <Time at={token.last_used_at} />
                </>
              )}
              {!token.revoked_at && !token.last_used_at && words.unused}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The account's webhook endpoints and whether they take what they get. */
export async function Endpoints({ endpoints }: Pick<AccountReport, "endpoints">) {
  const { endpoints: words } = await wordsOf(accountWords);
  return (
    <section>
      <SectionHeading title={words.title} />
      {endpoints.length === 0 && <p className="text-mute">{words.none}</p>}
      <ul className="text-sm">
        {endpoints.map((endpoint) => (
          <li key={endpoint.id} className={row}>
            <span className="wrap-anywhere min-w-0 font-mono text-xs">
              <OutsideText text={endpoint.url} />
            </span>
            <EndpointBadge endpoint={endpoint} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The requests of the account that were turned away at its beginning. */
export async function Refusals({ refusals }: Pick<AccountReport, "refusals">) {
  const { refusals: words } = await wordsOf(accountWords);
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      {refusals.length === 0 && <p className="text-mute">{words.none}</p>}
      <ul className="text-sm">
        {refusals.map(({ id, method, path, status, code, at }) => (
          <li key={id} className={row}>
            <span className="wrap-anywhere min-w-0 font-mono text-xs">
              <OutsideText text={`${method} ${path}`} />
              <span className="block text-bad">
                {status} {code}
              </span>
            </span>
            <span className="text-mute">
              <Time at={at.toISOString()} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The price list in force. */
export async function Prices({ prices }: Pick<AccountReport, "prices">) {
  const { prices: words } = await wordsOf(accountWords);
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <ul className="text-sm">
        {prices.tiers.map(({ from, rateMicros }) => (
          <li key={from} className={row}>
            <span>{words.from(from)}</span>
            <span className="font-mono tabular-nums">
              {words.rate(rateMicros, prices.currency)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
