import { env } from "../core/env";

/** Who sells credits here, as the settings say. */
export interface Seller {
  name: string;
  address: string;
  taxId: string | null;
}

/** The seller of this installation; null if the settings name none: then receipts are issued, and no invoices. */
export function sellerOf(): Seller | null {
  const { SELLER_NAME, SELLER_ADDRESS, SELLER_TAX_ID } = env();
  if (SELLER_NAME === undefined || SELLER_ADDRESS === undefined) return null;
  return { name: SELLER_NAME, address: SELLER_ADDRESS, taxId: SELLER_TAX_ID ?? null };
}
