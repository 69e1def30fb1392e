// Files that stand beside transcripts and are none: told from how they begin.

export type OtherFile = "recording" | "image" | "pdf";

interface Signature {
  readonly kind: OtherFile;
  /** Latin-1, one character per byte. */
  readonly bytes: string;
  /** What must also stand, further on. */
  readonly and?: { readonly at: number; readonly bytes: string };
}

/**
 * From each format's own specification. Those that are letters alone are told apart from a
 * text that begins so by what follows.
 */
const signatures: readonly Signature[] = [
  { kind: "pdf", bytes: "%PDF-" },
  { kind: "recording", bytes: "RIFF", and: { at: 8, bytes: "WAVE" } },
  { kind: "recording", bytes: "RF64", and: { at: 8, bytes: "WAVE" } },
  { kind: "recording", bytes: "RIFF", and: { at: 8, bytes: "AVI " } },
  { kind: "image", bytes: "RIFF", and: { at: 8, bytes: "WEBP" } },
  { kind: "recording", bytes: "FORM", and: { at: 8, bytes: "AIF" } },
  { kind: "recording", bytes: "ID3\x02" },
  { kind: "recording", bytes: "ID3\x03" },
  { kind: "recording", bytes: "ID3\x04" },
  { kind: "recording", bytes: "OggS\0" },
  { kind: "recording", bytes: "fLaC" },
  { kind: "recording", bytes: "#!AMR" },
  { kind: "recording", bytes: "caff\0" },
  { kind: "recording", bytes: "\0", and: { at: 4, bytes: "ftyp" } },
  { kind: "recording", bytes: "\x1A\x45\xDF\xA3" },
  { kind: "recording", bytes: "\x30\x26\xB2\x75\x8E\x66\xCF\x11" },
  { kind: "image", bytes: "\x89PNG\r\n\x1A\n" },
  { kind: "image", bytes: "\xFF\xD8\xFF" },
  { kind: "image", bytes: "GIF87a" },
  { kind: "image", bytes: "GIF89a" },
  { kind: "image", bytes: "II*\0" },
  { kind: "image", bytes: "MM\0*" },
];

/** How many bytes of a file `otherFile` looks at. */
export const HEAD = 16;

/** What a file that begins with these bytes is, when it is surely no transcript. */
export function otherFile(head: Uint8Array): OtherFile | undefined {
  const start = String.fromCharCode(...head.subarray(0, HEAD));
  const found = signatures.find(
    ({ bytes, and }) => start.startsWith(bytes) && (!and || start.startsWith(and.bytes, and.at)),
  );
  if (found) return found.kind;
  // A frame of MPEG audio (ISO 11172-3) or AAC (13818-7); FF FE and FF FF begin a text in UTF-16, or nothing.
  const [first, second = 0] = head;
  return first === 0xff && second >= 0xe2 && second < 0xfe ? "recording" : undefined;
}
