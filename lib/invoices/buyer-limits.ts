/** How many characters the billing details may have. Apart from the contract: a form that loads zod breaks its content policy. */
export const buyerLimits = { name: 200, address: 300, addressLines: 8, taxId: 30 } as const;
