// An email file (RFC 5322; RFC 2045 to 2049) as its sender's lines and what is attached. Its head
// holds real names: the sender's serve to know a signature, nothing else of it is read.
import PostalMime, { type Attachment, type Email } from "postal-mime";
import { asCopyId } from "../../kernel/ids.ts";
import { decodeSingleByte } from "../../transcript/encoding/single-byte.ts";
import { refuse } from "../messages.ts";
import type { AttachedFile } from "../return.ts";
import { linesOfHtml } from "./html-lines.ts";
import { isBlank, linesOf, type Line } from "./lines.ts";
import { nameKey, type Sender } from "./set-aside.ts";

export interface Message {
  readonly lines: readonly Line[];
  readonly sender: Sender;
  readonly attached: readonly AttachedFile[];
}

/** More parts than any message has. */
const MOST_ATTACHED = 200;

const limits = {
  maxNestingDepth: 50,
  maxHeadersSize: 1024 * 1024,
  // A message in a message is one more file: whose words it holds is not known yet.
  forceRfc822Attachments: true,
};

/** True when these bytes begin as an email does: with the lines of its head. */
export function isMessage(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 64 * 1024);
  const end = start.search(/\r?\n\r?\n/);
  const head = end === -1 ? start : start.slice(0, end);
  return /^(?:from|date|subject|received|mime-version|message-id|content-type|return-path):/im.test(head);
}

/** Reads an email. Refuses one that is made to harm: too deep, too many parts, a head without end. */
export async function readMessage(bytes: Buffer, file: string): Promise<Message> {
  const flow = {
    isFlowed: flowed.test(source(bytes)),
    deletesSpace: /\bdelsp\s*=\s*"?yes/i.test(source(bytes)),
  };
  const email = await parsed(bytes, file);
  if (email.attachments.length > MOST_ATTACHED) throw refuse("email.too-much", { file, most: MOST_ATTACHED });
  const [text, html] = [email.text ?? "", email.html ?? ""].map(withoutControls);
  return {
    lines: isBlank(text ?? "") ? linesOfHtml(html ?? "") : linesOf(text ?? "", flow),
    sender: senderOf(email),
    attached: email.attachments.filter(isSent).map(attachedFile),
  };
}

/** The signs of Windows-1252 that Latin-1 has none for. */
const signs = decodeSingleByte(
  Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at),
  "windows-1252",
);

/** What Node 20 leaves of Windows-1252's apostrophes and œ: it reads them as Latin-1's controls. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0080-\u009F]/g, (sign) => signs.charAt(sign.charCodeAt(0) - 0x80));

/** Bytes as letters, one for each. */
const source = (bytes: Buffer): string => bytes.toString("latin1");

const flowed = /^((?:content-type:|[ \t])[^\n]*?\bformat\s*=\s*"?)flowed/im;

async function parsed(bytes: Buffer, file: string): Promise<Email> {
  // The library joins the lines of a flowed text whose quote marks then stand in its middle.
  const letters = source(bytes).replace(new RegExp(flowed, "gim"), "$1fixed");
  const asSaid = await parse(letters, file);
  if (wrongLetters(asSaid) === 0) return asSaid;
  // The encoding it says is not the one it is in.
  const others = await Promise.all(
    ["utf-8", "windows-1252"].map((charset) => parse(saying(letters, charset), file)),
  );
  return others.reduce((best, each) => (wrongLetters(each) < wrongLetters(best) ? each : best), asSaid);
}

async function parse(letters: string, file: string): Promise<Email> {
  try {
    return await PostalMime.parse(Buffer.from(letters, "latin1"), limits);
  } catch (cause) {
    // Its limits are plain errors.
    throw refuse("email.damaged", { file }, { cause });
  }
}

/** The same message, every text of it said to be in one encoding. */
function saying(letters: string, charset: string): string {
  const said = letters
    .replace(/^((?:content-type:|[ \t])[^\n]*?\bcharset\s*=\s*)(?:"[^"\n]*"|[^\s;"]+)/gim, `$1"${charset}"`)
    .replace(
      /^content-type:[ \t]*text\/(?:plain|html)(?=[ \t]*\r?\n(?![ \t]))/gim,
      `$&; charset="${charset}"`,
    );
  const head = said.slice(0, Math.max(0, said.search(/\r?\n\r?\n/)));
  return /^content-type:/im.test(head) ? said : `Content-Type: text/plain; charset="${charset}"\r\n${said}`;
}

/** Signs that are not of the encoding said: what cannot be read, or letters of UTF-8 read one by one. */
function wrongLetters({ text = "", html = "" }: Email): number {
  const wrong =
    /\uFFFD|[ÂÃ][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|â€/g;
  return `${text}${html}`.match(wrong)?.length ?? 0;
}

function senderOf({ from, to = [], cc = [], subject = "" }: Email): Sender {
  const names = new Set<string>();
  for (const each of [...(from ? [from] : []), ...to, ...cc]) {
    const name = nameKey(each.name);
    for (const part of [name, ...name.split(" ")]) if (part.length > 2) names.add(part);
  }
  return { names, isForward: /^\s*(?:tr|fw|fwd|i)\s*:/i.test(subject) };
}

/** Pictures of a page's dress are no answer. */
const isSent = ({ related, mimeType }: Attachment): boolean =>
  !(related === true && mimeType.startsWith("image/"));

function attachedFile({ filename, mimeType, content }: Attachment): AttachedFile {
  const name = filename ?? "";
  const extension = /\.([a-z0-9]{1,8})\s*$/i.exec(name.slice(-20))?.[1]?.toLowerCase();
  const found = /(?:^|[^a-zA-Z0-9])(r\d{2,4}-[A-Z]{1,3}\d{1,4})(?![a-zA-Z0-9])/.exec(name.slice(0, 300));
  return {
    extension: extension ?? typical[mimeType] ?? "",
    copy: found?.[1] === undefined ? undefined : asCopyId(found[1]),
    bytes: typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
  };
}

/** Of parts that have no name. */
const typical: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "application/json": "json",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
  "text/markdown": "md",
  "text/plain": "txt",
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
};
