/** Addresses of one's own machine and network, each in a disguise. Webhooks must reach none of them. */
export const forbiddenLiterals: string[] = [
  ...["127.0.0.1", "127.1", "127.0.1", "0.0.0.0", "0", "2130706433", "0x7f000001", "0x7f.1"],
  ...["0177.0.0.1", "017700000001", "127.0.0.1.", "①②⑦.⓪.⓪.①", "127。0。0。1", "%31%32%37.0.0.1"],
  ...["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1"],
  ...["169.254.169.254", "169.254.170.2", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1"],
  ...[
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
  ],
  ...["[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]", "[::7f00:1]", "[::ffff:127.0.0.1]"],
  ...["[::ffff:7f00:1]", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[64:ff9b::7f00:1]"],
  // IPv4 in each form that IPv6 has for it: mapped, SIIT, NAT64, 6to4, Teredo, compatible. Also a public one.
  ...["[::ffff:0:127.0.0.1]", "[::ffff:0:7f00:1]", "[::ffff:0:a9fe:a9fe]", "[::ffff:0:8.8.8.8]"],
  ...[
    "[::ffff:8.8.8.8]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::8.8.8.8]",
    "[64:ff9b:1::169.254.169.254]",
  ],
  ...[
    "[2002:7f00:1::1]",
    "[2002:808:808::1]",
    "[2001:0:7f00:1::1]",
    "[2001::7f00:1]",
    "[::8.8.8.8]",
  ],
  ...["[1::1]", "[4000::1]", "[::1:0:0:1]", "[8000::1]"],
  ...["[64:ff9b:1::a00:1]", "[100::1]", "[2001::1]", "[2001:db8::1]", "[2002:7f00:1::]"],
  ...[
    "[3fff::1]",
    "[5f00::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",
  ],
];

/** Names that only a private network, or a cloud from inside, knows. */
export const forbiddenNames: string[] = [
  ...["localhost", "LOCALHOST", "localhost.", "a.localhost", "printer.local", "db.internal"],
  ...["router.home.arpa", "intranet", "metadata", "metadata.google.internal"],
  ...["metadata.google.internal.", "metadata.goog", "instance-data", "instance-data.ec2.internal"],
];

/** Whole addresses that are wrong in form, or read differently by different parsers. */
export const forbiddenForms: string[] = [
  ...["", "hook", "//example.com/", "example.com/hook", "https://", "https://[::1", "https://a b/"],
  ...["ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "javascript:alert(1)"],
  ...["data:text/plain,x", "unix:/var/run/docker.sock", "ws://example.com/"],
  ...["https://user@example.com/", "https://user:secret@example.com/", "https://:x@example.com/"],
  ...["https://example.com/#part", "https://example.com/#", "https://example.com:22/"],
  ...["https://example.com:6379/", "https://example.com:5432/", "https://example.com:0/"],
  ...["https://example.com:65536/", "http://example.com/", "http://example.com:8080/"],
  ...[
    "http:127.0.0.1",
    "http:///127.0.0.1",
    "https:\\\\127.0.0.1\\",
    "https://127.0.0.1\\@example.com/",
  ],
  ...["https://1.1.1.1 &@2.2.2.2# @3.3.3.3/", "https://example.com@127.0.0.1/"],
  `https://example.com/${"a".repeat(2048)}`,
];
