import { z } from "zod";
import type { Actor } from "../core/actor";
import { parseInput } from "../core/parse-input";
import type { CampaignView } from "./contract";
import { numberColumn, RecipientsInput } from "./inputs-contract";
import { type NewRow, storeRows } from "./store-rows";

const chunkSize = 1000;

interface Wanted {
  actor: Actor;
  /** The campaign as on the wire, `cmp_…`; `recipients` is a `RecipientsInput` that nobody has checked. */
  input: { campaignId: string; recipients: unknown };
}

/**
 * Gives a draft the people that a request names, instead of the rows it had. Their variables are its columns. Throws
 * what `storeRows` does, and invalid_request.
 */
export async function storeRecipients({ actor, input }: Wanted): Promise<CampaignView> {
  const { recipients } = parseInput(z.object({ recipients: RecipientsInput }), input);
  const names = [...new Set(recipients.flatMap(({ variables }) => Object.keys(variables)))];
  const columns = [numberColumn, ...names];
  return storeRows({
    actor,
    input: {
      campaignId: input.campaignId,
      columns,
      mapping: columns,
      chunks: chunksOf(recipients, names),
    },
  });
}

/** Made as they are stored: with too many columns, none is. */
async function* chunksOf(
  recipients: RecipientsInput,
  names: string[],
): AsyncGenerator<NewRow[], undefined> {
  for (let from = 0; from < recipients.length; from += chunkSize) {
    yield recipients
      .slice(from, from + chunkSize)
      .map(({ to, variables, client_ref: clientRef }, place) => {
        const values = names.map((name) => variables[name] ?? "");
        return { position: from + place + 1, cells: [to, ...values], clientRef: clientRef ?? null };
      });
  }
}
