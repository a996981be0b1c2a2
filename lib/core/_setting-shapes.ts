import { z } from "zod";
import { isDatabaseUrl } from "./database-url";

export const text = z.string().trim().min(1);
export const count = z.coerce.number().int().min(0);
export const databaseShape = { error: "must look like postgres://user:password@host:5432/name" };
export const databaseUrl = text.refine((url) => isDatabaseUrl(url), databaseShape);
