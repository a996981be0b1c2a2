import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What a device says otherwise than it should. */
interface Lies {
  challenge?: string;
  origin?: string;
  rpId?: string;
  /** Whether its person entered a PIN, or the like. */
  isVerified?: boolean;
  counter?: number;
  userHandle?: string;
  /** The maker's certificate, which nobody asked for. */
  certificate?: Uint8Array<ArrayBuffer>;
}

interface CreationOptions {
  challenge: string;
  rp: { id?: string };
  user: { id: string };
}

const flags = { present: 0x01, verified: 0x04, attested: 0x40 };
const home = "http://localhost:3000";

/** A device with one passkey, in software. It says what a browser would send, as JSON. */
export function softAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  const held = { userHandle: "" };
  const credential = { id: base64Url(id), rawId: base64Url(id), type: "public-key" };

  /** Makes the passkey that the options of a page ask for. */
  function make(options: CreationOptions, lies: Lies = {}): string {
    held.userHandle = options.user.id;
    const authData = Buffer.concat([
      authDataOf({ rpId: options.rp.id ?? "", counter: 0, ...lies }, flags.attested),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      coseKey(publicKey.export({ format: "jwk" })),
    ]);
    const { certificate } = lies;
    const statement = new Map<string, unknown>(
      certificate && [
        ["alg", -7],
        ["sig", randomBytesOf(70)],
        ["x5c", [certificate]],
      ],
    );
    const attestation = new Map<string, unknown>([
      ["fmt", certificate ? "packed" : "none"],
      ["attStmt", statement],
      ["authData", new Uint8Array(authData)],
    ]);
    const response = {
      clientDataJSON: clientData("webauthn.create", { challenge: options.challenge, ...lies }),
      attestationObject: base64Url(isoCBOR.encode(attestation as never)),
      transports: ["internal", "telepathy"],
    };
    return JSON.stringify({ ...credential, response, clientExtensionResults: {} });
  }

  /** Answers the challenge of a page. */
  function answer(options: { challenge: string; rpId?: string }, lies: Lies = {}): string {
    const authData = authDataOf({ rpId: options.rpId ?? "", counter: 0, ...lies });
    const clientDataJSON = clientData("webauthn.get", { challenge: options.challenge, ...lies });
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, "base64url"))]);
    const response = {
      clientDataJSON,
      authenticatorData: base64Url(authData),
      signature: base64Url(sign("sha256", signed, privateKey)),
      userHandle: lies.userHandle ?? held.userHandle,
    };
    return JSON.stringify({ ...credential, response, clientExtensionResults: {} });
  }

  return { make, answer, credentialId: credential.id };
}

function authDataOf(
  { rpId, counter, isVerified = true }: { rpId: string; counter: number; isVerified?: boolean },
  more = 0,
): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(flags.present | (isVerified ? flags.verified : 0) | more, 0);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(Buffer.from(rpId)), tail]);
}

function clientData(type: string, { challenge, origin = home }: Lies): string {
  return base64Url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
}

/** A key of the curve P-256 in COSE: type 2, algorithm ES256. */
function coseKey({ x = "", y = "" }: { x?: string; y?: string }): Uint8Array {
  const coordinate = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  const key = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinate(x)],
    [-3, coordinate(y)],
  ]);
  return isoCBOR.encode(key as never);
}

function randomBytesOf(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(length));
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}
