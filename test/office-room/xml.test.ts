// XML read to its end: well-formed files as a strict parser reads them, damaged ones without losing words.
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { elementsOf, parseXml, readXml, rootName, textOf } from "../../src/office/xml.ts";
import { ownTime } from "../own-time.ts";

/** What is heard, on one line per event. */
function hear(source: string): { heard: string[]; problems: number[] } {
  const heard: string[] = [];
  const say = (event: string): void => void heard.push(event);
  const text = (piece: string): void => {
    if (heard.at(-1)?.startsWith("text ")) heard.push(`${heard.pop() ?? ""}${piece}`);
    else say(`text ${piece}`);
  };
  const problems = readXml(source, "f", {
    open: (name, attributes, line) => {
      say(`open ${name} ${JSON.stringify(attributes)} ${String(line)}`);
    },
    text,
    close: (name) => {
      say(`close ${name}`);
    },
  });
  return { heard, problems };
}

const words = (source: string): string =>
  textOf(parseXml(source, "f").root ?? { name: "", attributes: {}, children: [], line: 0 });

/** The same, heard by saxes, which is strict. */
function hearStrictly(source: string): string[] {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const heard: string[] = [];
  const text = (piece: string): void => {
    if (piece === "") return;
    if (heard.at(-1)?.startsWith("text ")) heard.push(`${heard.pop() ?? ""}${piece}`);
    else heard.push(`text ${piece}`);
  };
  let line = 1;
  let depth = 0;
  parser.on("opentagstart", () => (line = parser.line));
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    heard.push(`open ${name} ${JSON.stringify(attributes)} ${String(line)}`);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    heard.push(`close ${name}`);
  });
  parser.on("text", (piece) => {
    if (depth > 0) text(piece);
  });
  parser.on("cdata", text);
  parser.write(source).close();
  return heard;
}

describe("a well-formed file", () => {
  const name = fc.constantFrom("Turn", "u", "tei:u", "w", "é-1.b");
  const said = fc.oneof(
    fc.constantFrom(
      "Nadia dit",
      " ",
      "\n  ",
      "l’été",
      "&amp;",
      "&#233;",
      "&#xE9;",
      "&lt;",
      "a > b",
      "&quot;",
    ),
    fc.constantFrom("<!-- <non> & -->", "<?pi <a b?>", "<![CDATA[<ouais> & fin]]>", "<vide/>", "<vide />"),
  );
  const attributes = fc
    .uniqueArray(fc.constantFrom("id", "xml:id", "desc", "time"), { maxLength: 3 })
    .chain((names) =>
      fc
        .array(fc.constantFrom("'rire'", '"12.5"', "'dit \"oui\"'", '"&lt;a&#62;"', '"a > b"'), {
          minLength: names.length,
          maxLength: names.length,
        })
        .map((values) => names.map((each, index) => ` ${each}=${values[index] ?? '""'}`).join("")),
    );
  const { tree } = fc.letrec<{ tree: string; inside: string }>((tie) => ({
    inside: fc.oneof({ depthSize: "small" }, said, tie("tree")),
    tree: fc
      .tuple(name, attributes, fc.array(tie("inside"), { maxLength: 5 }))
      .map(([tag, list, inside]) => `<${tag}${list}>${inside.join("")}</${tag}\n>`),
  }));

  it("is heard as a strict parser hears it", () => {
    fc.assert(
      fc.property(tree, fc.boolean(), (body, hasProlog) => {
        const prolog = hasProlog ? '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE a SYSTEM "a.dtd">\n' : "";
        const { heard, problems } = hear(`${prolog}${body}\n`);
        expect(problems).toEqual([]);
        expect(heard).toEqual(hearStrictly(`${prolog}${body}\n`));
      }),
      { numRuns: 500 },
    );
  });

  it("is a tree with its lines", () => {
    const { root, problems, isCut } = parseXml("<a>\n<b n='1'/>un<b n='2'>deux</b>\n</a>", "f");
    expect(problems).toEqual([]);
    expect(isCut).toBe(false);
    expect(root && elementsOf(root, "b").map(({ attributes, line }) => [attributes["n"], line])).toEqual([
      ["1", 2],
      ["2", 2],
    ]);
    expect(root && textOf(root)).toBe("\nundeux\n");
  });

  it("names its root before anything is read", () => {
    for (const prolog of [
      "",
      "\uFEFF",
      "<?xml version='1.0' encoding='ISO-8859-1'?>\n",
      `<!-- ${"longtemps ".repeat(20_000)} <faux> -->\n`,
      '<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n',
      "<!doctype Trans [ <!ELEMENT Trans (a|b)> ] >",
      "<!DOCTYPE TEI PUBLIC \"-//a > b//\" 'tei.dtd'>",
    ])
      expect(rootName(`${prolog}<Trans scribe="x">`)).toBe("Trans");
    for (const other of [
      "",
      "Nadia : <Trans>",
      "{}",
      "<!-- sans fin",
      "<?xml",
      "<",
      "<1>",
      "<!DOCTYPE Trans",
    ])
      expect(rootName(other)).toBeUndefined();
  });
});

describe("a damaged file keeps its words", () => {
  it.each([
    ["a bare ampersand", "<a>R&D et <b>la suite</b> ; fin</a>", "R&D et la suite ; fin", []],
    ["an unknown entity", "<a>x &truc; y</a>", "x &truc; y", []],
    ["names of HTML", "<a>d&eacute;j&agrave; l&rsquo;&Eacute;t&eacute;&hellip;</a>", "déjà l’Été…", []],
    ["a lone less-than", "<a>moins < que\ndix</a>", "moins < que\ndix", [1]],
    ["a sign that looks like a tag", "<a>\nmoins <que dix <b>fin</b></a>", "\nmoins <que dix fin", [2]],
    ["a declaration in words", "<a>dit <!quoi> et <b>puis</b></a>", "dit <!quoi> et puis", [1]],
    ["a closing tag too many", "<a><b>un</c></b> deux</a>", "un deux", [1]],
    ["a closing tag missing", "<a><b>un<c>deux</b> trois</a>", "undeux trois", [1]],
    ["a closing tag that is not closed", "<a><b>un</b deux<c/></a>", "un deux", [1]],
    ["a quote that does not close", '<a><b t="1>un</b><b t="2">deux</b></a>', "undeux", [1]],
    ["the last quote that does not close", "<a>un<b t='1>deux</b> trois</a>", "undeux trois", [1]],
    ["attributes without quotes", "<a><b t=1 u>un</b></a>", "un", [1]],
    ["an attribute that is there twice", "<a><b t='1' t='2'>un</b></a>", "un", [1]],
    ["a less-than in an attribute", "<a><b t='1 < 2'>un</b></a>", "un", [1]],
    ["a reference to a control character", "<a>u&#27;[31mn&#0;&#xD800;</a>", "u[31mn&#xD800;", []],
  ])("%s", (_, source, said, lines) => {
    const { root, problems, isCut } = parseXml(source, "f");
    expect(root && textOf(root)).toBe(said);
    expect(problems).toEqual(lines);
    expect(isCut).toBe(false);
  });

  it("gives the attributes it could read", () => {
    const attributes = (source: string) => parseXml(source, "f").root?.attributes;
    expect(attributes("<a t='1' t='2'/>")).toEqual({ t: "1" });
    expect(attributes("<a t=1 u v='2'/>")).toEqual({ t: "1", v: "2" });
    expect(attributes("<a t='a\nb&#10;c'/>")).toEqual({ t: "a b c" });
    expect(attributes('<a t="1>un</a>')).toEqual({ t: "1" });
    expect(attributes("<a __proto__='x' constructor='y'/>")).toEqual({ constructor: "y" });
  });

  it("says that it stops before its end", () => {
    for (const source of [
      "",
      "<a>",
      "<a",
      "<a><b>un</b",
      "<a>un<",
      "<a>un</",
      "<a>un<!-",
      "<a>un<!-- x",
      "<a>un<![CDATA[",
      "<a>un<b t='1",
    ]) {
      const { root, isCut } = parseXml(source, "f");
      expect([source, isCut]).toEqual([source, source !== ""]);
      if (source.includes("un")) expect(root && textOf(root)).toBe("un");
    }
  });

  it("says that words stand outside the root", () => {
    expect(hear("avant\n<a>un</a>\naprès").problems).toEqual([1, 2]);
    expect(hear("<a/>\n<b/>").problems).toEqual([2]);
  });
});

describe("a hostile file", () => {
  it.each([
    ["an internal entity", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 1],
    ["a parameter entity", '<!DOCTYPE a [\n<!ENTITY % b SYSTEM "http://x/"> %b;]><a/>', 1],
    ["an external entity", '<!doctype a [<!entity b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 1],
    ["an entity behind a false end", '<!DOCTYPE a [<!ATTLIST a b CDATA "]>">\n<!ENTITY b "c">]><a/>', 2],
    [
      "a billion laughs",
      `<!DOCTYPE a [<!ENTITY l0 "ah">${Array.from({ length: 10 }, (_, i) => `<!ENTITY l${String(i + 1)} "${`&l${String(i)};`.repeat(10)}">`).join("")}]><a>&l10;</a>`,
      1,
    ],
  ])("that declares %s is refused", (_, source, line) => {
    expect(() => parseXml(source, "f")).toThrow(
      expect.objectContaining({ code: "office.entities", params: { file: "f", line } }),
    );
  });

  it.each([
    ["an address", '<!DOCTYPE TEI SYSTEM "http://attaquant.invalid/a.dtd">', 1],
    ["a file of the machine", "<?xml version='1.0'?>\n<!DOCTYPE TEI\n  SYSTEM 'file:///etc/passwd'>", 2],
    ["a path", '<!DOCTYPE Trans SYSTEM "/etc/passwd" [ ]>', 1],
    ["another folder", '<!doctype Trans system "..\\trans.dtd">', 1],
    ["a public address", '<!DOCTYPE TEI.2 PUBLIC "-//TEI//DTD TEI//EN" "https://tei-c.org/tei.dtd">', 1],
    ["an address that has no end", '<!DOCTYPE a SYSTEM "http://attaquant.invalid/', 1],
  ])("that has its DTD at %s is refused", (_, doctype, line) => {
    expect(() => parseXml(`${doctype}<a>un</a>`, "f")).toThrow(
      expect.objectContaining({ code: "office.external-dtd", params: { file: "f", line } }),
    );
  });

  it("that names a DTD beside it is read without it", () => {
    expect(words('<!DOCTYPE Trans SYSTEM "trans-14.dtd"><a>un</a>')).toBe("un");
    expect(words('<!DOCTYPE a PUBLIC "-//O//DTD O 1.0//EN" "office.dtd"><a>un</a>')).toBe("un");
    expect(words('<!DOCTYPE html><a href="http://x/">un</a>')).toBe("un");
  });

  it("that nests without end is refused", () => {
    expect(() => parseXml("<a>".repeat(100_000), "f")).toThrow(
      expect.objectContaining({ code: "office.too-deep" }),
    );
    expect(words(`${"<a>".repeat(500)}un`)).toBe("un");
  });

  it.each([
    ["an attribute of 10 MB", `<a b="${"x".repeat(10_000_000)}">un</a>`],
    ["a million siblings on one line", `<a>${"<b t='1'/>".repeat(1_000_000)}un</a>`],
    ["a million siblings on their lines", `<a>${"<b/>\n".repeat(500_000)}un</a>`],
    ["many less-thans", `<a>${"<".repeat(500_000)}un</a>`],
    ["many unclosed tags", `<a>${"<b c ".repeat(500_000)}<d/>un</a>`],
    ["many unclosed closing tags", `<a>${"</b".repeat(500_000)}<d/>un</a>`],
    ["many unclosed quotes", `<a>${'<b c="<b" '.repeat(300_000)}<d/>un</a>`],
    ["quotes of both kinds", `<a>${"<b c=\"x'/><b c='/>".repeat(300_000)}<d/>un</a>`],
    [
      "many attributes",
      `<a><b ${Array.from({ length: 200_000 }, (_, i) => `c${String(i)}="1"`).join(" ")}/>un</a>`,
    ],
    ["attributes that are none", `<a><b ${'" = '.repeat(300_000)}/>un</a>`],
    ["many ampersands", `<a>${"&#1".repeat(500_000)}un</a>`],
    ["many CDATA", `<a>${"<![CDATA[]]>".repeat(300_000)}un</a>`],
    ["brackets in its DOCTYPE", `<!DOCTYPE a [${"] ".repeat(500_000)}]><a>un</a>`],
    ["quotes in its DOCTYPE", `<!DOCTYPE a ${'"x" '.repeat(500_000)}><a>un</a>`],
    ["comments never closed", `<a>un${"<!-- ".repeat(300_000)}`],
    ["closing tags of nothing", `<a>${"</b>".repeat(500_000)}un</a>`],
  ])(
    "of %s is read in proportion to its size",
    (_, source) => {
      const took = ownTime();
      expect(words(source).endsWith("un")).toBe(true);
      expect(rootName(source)).toBe("a");
      expect(took()).toBeLessThan(20_000);
    },
    30_000,
  );

  it("never throws anything but a refusal", () => {
    const noise = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            "<",
            ">",
            "</",
            "/>",
            "a",
            " ",
            "=",
            '"',
            "'",
            "&",
            ";",
            "&#",
            "&#x",
            "]]>",
            "<a>",
            "</a>",
          ),
          fc.constantFrom(
            "<!--",
            "-->",
            "<?",
            "?>",
            "<![CDATA[",
            "<!DOCTYPE",
            "<!",
            "[",
            "]",
            "\n",
            "<a b='c'>",
          ),
          fc.string({ unit: "binary", maxLength: 4 }),
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(noise, (source) => {
        const { heard } = hear(source);
        const count = (kind: string): number => heard.filter((event) => event.startsWith(kind)).length;
        expect(count("open ")).toBe(count("close "));
      }),
      { numRuns: 2000 },
    );
  });
});
