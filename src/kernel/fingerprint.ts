// Fingerprints: SHA-256 over parts whose lengths are part of what is hashed, so that
// ["ab", "c"] and ["a", "bc"] never meet.
import { createHash } from "node:crypto";

/**
 * Fingerprint of a list of texts, as 64 hexadecimal digits.
 * `version` names what is hashed and how; change it when the canonical form changes.
 */
export function fingerprint(version: string, parts: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const part of [version, ...parts]) {
    const bytes = Buffer.from(part, "utf8");
    hash.update(`${String(bytes.length)}:`);
    hash.update(bytes);
  }
  return hash.digest("hex");
}

/** Plain SHA-256 of bytes or of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
