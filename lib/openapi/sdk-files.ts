import type { oas31 } from "zod-openapi";
import { goOperations, goTypes } from "./_sdk-go";
import { readSdkModel } from "./_sdk-model";
import { phpOperations } from "./_sdk-php";
import { pythonOperations, pythonTypes } from "./_sdk-python";
import { typescriptOperations, typescriptTypes } from "./_sdk-typescript";

/** The generated files of the libraries, by path below the root: they say what the document says, and nothing else. */
export function sdkFiles(document: oas31.OpenAPIObject): Record<string, string> {
  const model = readSdkModel(document);
  return {
    "sdk/typescript/operations.mjs": typescriptOperations(model),
    "sdk/typescript/api.d.mts": typescriptTypes(model),
    "sdk/python/depesza/operations.py": pythonOperations(model),
    "sdk/python/depesza/types.py": pythonTypes(model),
    "sdk/php/src/Operations.php": phpOperations(model),
    "sdk/go/operations.go": goOperations(model),
    "sdk/go/types.go": goTypes(model),
  };
}

/** The address that documents are built with when only their calls and types matter. */
export const shownOrigin = "https://sms.example.org";
