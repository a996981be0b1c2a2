// `npm run sdk`: makes the files of the libraries that follow from the OpenAPI document: the calls and the types. Run it after
// a change of the API; a test says when they are stale.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { forNode } from "./bundle.mjs";
import { root } from "./root.mjs";

const folder = join(root, "node_modules/.cache/depesza");
mkdirSync(folder, { recursive: true });

const document = await load("build-document");
const sdk = await load("sdk-files");
for (const [path, text] of Object.entries(sdk.sdkFiles(document.buildDocument(sdk.shownOrigin)))) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(path);
}

async function load(name) {
  const outfile = join(folder, `${name}.mjs`);
  await build({ ...forNode, entryPoints: [`lib/openapi/${name}.ts`], outfile });
  return await import(pathToFileURL(outfile).href);
}
