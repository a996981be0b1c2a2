/** What of the package is used here: its codec. It has no types of its own. */
declare module "smpp" {
  type Value = string | number | Buffer;
  interface PackagePdu {
    command: string;
    command_id: number;
    command_status: number;
    sequence_number: number;
    [field: string]: unknown;
    toBuffer(): Buffer;
  }
  interface Definition {
    filter?: unknown;
  }
  const smpp: {
    PDU: {
      new (command: string, fields: Record<string, Value>): PackagePdu;
      /** False for less than a whole PDU; throws at what it cannot read. */
      fromBuffer(frame: Buffer): PackagePdu | false;
      maxLength: number;
    };
    commands: Record<string, { params?: Record<string, Definition> }>;
    tlvs: Record<string, Definition>;
  };
  export = smpp;
}
