// HTML as word processors save it, as people write it, and as nobody should.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import type { Block, OfficeDocument } from "../../src/office/document.ts";
import { readHtml } from "../../src/office/html.ts";
import { ownTime } from "../own-time.ts";

const read = (source: string): OfficeDocument => readHtml(source, "page.html");

const textOf = (block: Block): unknown =>
  block.kind === "paragraph"
    ? block.runs.map(({ text }) => text).join("")
    : block.rows.map((cells) => cells.map((cell) => cell.map(textOf)));

const blocksOf = (source: string): unknown[] => read(source).blocks.map(textOf);

function refusal(source: string): string {
  try {
    read(source);
  } catch (error) {
    if (error instanceof RetourError) return error.code;
    throw error;
  }
  return "";
}

describe("the paragraphs of a page", () => {
  it("stand apart, whatever makes them so", () => {
    expect(blocksOf("<h1>a</h1>b<p>c<p>d<div>e<li>f<li>g</div>h<blockquote>i</blockquote>")).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
      "f",
      "g",
      "h",
      "i",
    ]);
  });

  it("have their spaces as a browser shows them, line breaks and no-break spaces kept", () => {
    expect(blocksOf("<p>  un\n   deux <b> trois</b><br>\n quatre&nbsp;: cinq </p>")).toEqual([
      "un deux trois\nquatre\u00A0: cinq",
    ]);
    expect(blocksOf("<pre>un\n  deux</pre>")).toEqual(["un\n  deux"]);
  });

  it("say what is in bold, by a tag, a style or a class", () => {
    const page =
      '<style>.c0{font-weight:700;color:red}.c1{font-weight:400}</style><p><b>A</b><strong>B</strong><span style="font-weight:bold">C</span><span class="x c0">D</span><b style="font-weight:normal">e</b><span class="c1">f</span></p>';
    expect(read(page).blocks).toEqual([
      {
        kind: "paragraph",
        runs: [
          { text: "ABCD", isBold: true },
          { text: "ef", isBold: false },
        ],
      },
    ]);
  });

  it("say who inserted and deleted what", () => {
    const [block] = read('<p>a<ins cite="mailto:Lou" datetime="2026">b</ins><del>c</del></p>').blocks;
    expect(block).toEqual({
      kind: "paragraph",
      runs: [
        { text: "a", isBold: false },
        { text: "b", isBold: false, change: { kind: "insertion", author: "Lou" } },
        { text: "c", isBold: false, change: { kind: "deletion", author: "" } },
      ],
    });
  });

  it("hold no script, style, title or comment; what a style hides is kept", () => {
    expect(
      blocksOf(
        '<title>t</title><script>s("<p>x</p>")</script><style>p{}</style><!-- c --><p hidden>a</p><p style="display:none">b</p><![if x]>c',
      ),
    ).toEqual(["a", "b", "c"]);
  });

  it("have entities in words, with or without what ends them", () => {
    expect(blocksOf("<p>&eacute;t&#233; &lt;rire&gt; &amp;amp; AT&T &inconnu; &#x1F600;</p>")).toEqual([
      "été <rire> &amp; AT&T &inconnu; 😀",
    ]);
  });
});

describe("the tables of a page", () => {
  it("are rows of cells, whatever their attributes claim and whatever is not closed", () => {
    expect(blocksOf('<table><tr><td colspan=999999999>a<td rowspan="-3">b<tr><th>c</table>d')).toEqual([
      [[["a"], ["b"]], [["c"]]],
      "d",
    ]);
  });

  it("may stand one in the other; an end tag inside a cell closes nothing outside", () => {
    expect(
      blocksOf("<div><table><tr><td>a</div><table><tr><td>b</table>c</td></tr></table>d</div>e"),
    ).toEqual([[[["a", [[["b"]]], "c"]]], "d", "e"]);
  });

  it("are refused when they stand in each other without end", () => {
    expect(refusal("<table><tr><td>".repeat(10_000))).toBe("office.too-deep");
  });
});

describe("what is beside the words of a page", () => {
  it.each([
    [
      "Word",
      '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a><a class=msocomanchor href="#_msocom_1">[X1]</a></p><div id=ftn1><p><a href="#_ftnref1">[1]</a> note</p></div><div><div id="_com_1" class=msocomtxt><p><a href="#_msoanchor_1" class=msocomoff>[X1]</a>remarque</p></div></div>',
    ],
    [
      "Google Docs",
      '<p>a<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> note</p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>remarque</p></div>',
    ],
  ])("is a note or a comment, as %s writes them", (_, page) => {
    const { blocks, notes, comments } = read(page);
    expect(blocks.map(textOf)).toEqual(["a"]);
    expect(notes).toEqual(["note"]);
    expect(comments.map(({ text }) => text)).toEqual(["remarque"]);
  });

  it("says where a page is cut: in a tag, a comment or a script", () => {
    for (const end of ['<p class="x', "<!-- b", "<script>x", "<"])
      expect(read(`<p>a</p>\n${end}`).problems).toEqual(end === "<" ? [] : [2]);
    expect(read("<p>a").problems).toEqual([]);
  });
});

describe("a hostile page", () => {
  it.each([
    ["tags never closed", "<font>".repeat(100_000) + "</b>".repeat(100_000)],
    ["cells in captions", "<td><caption>".repeat(100_000) + "</th>".repeat(100_000)],
    ["entities", "&amp;".repeat(200_000)],
    ["attributes", `<a ${'x="1" '.repeat(200_000)}>`],
    ["angle brackets", "<".repeat(300_000)],
    ["rules of style", `<style>${".a{".repeat(200_000)}`],
    ["spaces", `<pre>${" ".repeat(300_000)}x`],
  ])("of %s takes time in proportion", (_, page) => {
    const took = ownTime();
    read(page);
    expect(took()).toBeLessThan(5000);
  });

  it("never throws, and loses no letter that stands between tags", () => {
    const tag = fc.constantFrom(
      ..."<p>,</p>,<b>,</b>,<div>,</div>,<td>,</td>,<tr>,<table>,</table>,<li>,<br>,<ins>,</ins>,<a href=x>,</a>,<x:y>,<!-- c -->,</table></td></tr>".split(
        ",",
      ),
    );
    const word = fc.stringMatching(/^[a-zé]{1,6}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, word), { maxLength: 40 }), (parts) => {
        const said = JSON.stringify(blocksOf(parts.join(""))).replace(/\\n|[^a-zé]/g, "");
        const written = parts.filter((part) => !part.startsWith("<")).join("");
        expect(Array.from(said).sort()).toEqual(Array.from(written).sort());
      }),
      { numRuns: 500 },
    );
  });
});
