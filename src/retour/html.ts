// Markdown as a page that loads nothing: for copies, comparisons and exports.
import type { Parents, Root } from "mdast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

// Nothing that loads, links outside, or runs. Raw HTML of the source is dropped by
// remark-rehype; images by this list.
const allowed = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (tag) => !["img", "picture", "source", "input"].includes(tag),
  ),
  protocols: { href: ["http", "https", "mailto"] },
  // remark-rehype has prefixed the ids of notes already; twice would break the links to them.
  clobberPrefix: "",
};

/** An address someone spoke or typed stays words: only a link written as one is a link. */
function onlyWrittenLinks() {
  return (tree: Root, file: { value: unknown }): void => {
    const source = String(file.value);
    const open = (node: Parents): void => {
      node.children = node.children.flatMap((child) => {
        if ("children" in child) open(child);
        const isBare =
          child.type === "link" && !"[<".includes(source[child.position?.start.offset ?? -1] ?? "?");
        return isBare ? child.children : [child];
      });
    };
    open(tree);
  };
}

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(onlyWrittenLinks)
  .use(remarkRehype, { footnoteLabel: "Notes", footnoteBackLabel: (call: number) => `↩ ${String(call + 1)}` })
  .use(rehypeSanitize, allowed)
  .use(rehypeStringify);

/** A Markdown text as an HTML fragment. */
export function markdownToHtml(markdown: string): string {
  return String(pipeline.processSync(markdown));
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const style = `
:root { color-scheme: light dark; }
body { font: 1.06rem/1.6 Georgia, "Times New Roman", serif; max-width: 42rem; margin: 2.5rem auto; padding: 0 1.2rem; }
h1, h2, h3 { font-family: system-ui, "Segoe UI", sans-serif; line-height: 1.25; }
h2 { margin-top: 2.6rem; border-bottom: 1px solid #8886; padding-bottom: .2rem; }
blockquote { margin: 1.2rem 0; padding: .1rem 1.1rem; border-left: .25rem solid #b5651d; background: #b5651d12; }
blockquote p + p:last-child { font-size: .92rem; opacity: .85; }
table { border-collapse: collapse; } td, th { border: 1px solid #8888; padding: .25rem .6rem; }
ins { background: #2e7d3226; text-decoration: underline; } del { background: #c6282826; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } blockquote { break-inside: avoid; } }
`;

/** A whole page around a fragment. `extraStyle` is ours, never a person's. */
export function htmlPage(page: {
  title: string;
  language: string;
  body: string;
  extraStyle?: string;
}): string {
  return `<!doctype html>
<html lang="${escapeHtml(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)}</title>
<style>${style}${page.extraStyle ?? ""}</style>
</head>
<body>
<main>
${page.body}
</main>
</body>
</html>
`;
}
