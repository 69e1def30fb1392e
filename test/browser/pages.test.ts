// The pages that leave, in a real Chromium: a participant's copy, the export.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder, testWorld } from "../world.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages: Record<string, string> = {};
let browser: Browser;

beforeAll(async () => {
  const home = temporaryFolder();
  const study = join(home, "demo");
  expect(await main(["demo", study, "--quiet"], testWorld({ cwd: home }))).toBe(0);
  pages["copy"] = join(study, "copies/r01/P01.html");
  // Of the first only the manifest is left: someone withdrew words that it held.
  const name = readdirSync(join(study, "exports")).sort().at(-1) ?? "";
  pages["export"] = join(study, "exports", name, "synthese.html");
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
});

afterAll(() => browser.close());

describe.each(["copy", "export"])("the page of the %s", (name) => {
  it.each([360, 1280])("at %i pixels: reads offline, loads nothing, is accessible", async (width) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      offline: true,
      bypassCSP: true,
    });
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    const url = pathToFileURL(pages[name] ?? "").href;
    await page.goto(url);
    expect(await page.title()).toMatch(/\S/);
    expect(await page.locator("main").innerText()).toMatch(/\S/);
    const overflow = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.evaluate(axe);
    const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })`,
    );
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(asked).toEqual([url]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("lets nothing through, even if a script were put in", async () => {
    const text = readFileSync(pages[name] ?? "", "utf8");
    // The copy has a script of its own, allowed by its hash: see copy-page.test.ts.
    const rest = name === "copy" ? text.replace(/<script\b[\s\S]*?<\/script>/g, "") : text;
    expect(rest).not.toMatch(/<script|<iframe|<img|\son[a-z]+=|src=/i);
    const planted = join(temporaryFolder(), "planted.html");
    writeFileSync(
      planted,
      text.replace(
        "</main>",
        '<script>document.title = "ran"</script><img src="http://127.0.0.1:9/x.png"></main>',
      ),
    );
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("requestfinished", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(planted).href);
    expect(await page.title()).not.toBe("ran");
    expect(asked).toEqual([pathToFileURL(planted).href]);
    await page.close();
  });
});
