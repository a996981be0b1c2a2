/** On a request that came through another program, as far as that can be told: our front door writes it for the pages. */
export const relayedHeader = "x-depesza-relayed";
