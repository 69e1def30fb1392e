// The namespaces of an OpenDocument text (ODF 1.3, part 3, section 1.4).

const uris = {
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  meta: "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  xlink: "http://www.w3.org/1999/xlink",
  dc: "http://purl.org/dc/elements/1.1/",
};

/** To be declared on the root of each part. */
export const namespaces = Object.entries(uris)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");
