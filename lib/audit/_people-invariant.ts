import type { Invariant } from "./_invariant";

/** About people and tokens, which are stored on every shard, while their accounts are not. */
export const peopleInvariant: Invariant = {
  name: "people_have_accounts",
  sentence: "Each person and each token belongs to an account.",
  breaches: `
      select p.id::text as what
      from (select id, account_id from users union all select id, account_id from tokens) p
      left join accounts a on a.id = p.account_id
      where a.id is null`,
};
