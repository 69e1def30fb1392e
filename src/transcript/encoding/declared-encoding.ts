// The encoding that a file of XML or HTML says it is in.

/** How far a declaration is looked for, in bytes (HTML, section 13.2.3.2). */
const REACH = 1024;

/** The name in an XML declaration (XML, section 4.3.3) or a page's meta, in small letters. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("iso-8859-1")
    .decode(bytes.subarray(0, REACH))
    .replace(/^\u00EF\u00BB\u00BF/, "");
  const xml = /^\s*<\?xml\b[^<>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start);
  const isPage = /^\s*<(?:!doctype html|html|head|meta)\b/i.test(start) || /<html\b/i.test(start);
  const page = isPage ? /<meta\b[^<>]*?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start) : null;
  return (xml ?? page)?.[1]?.toLowerCase();
}
