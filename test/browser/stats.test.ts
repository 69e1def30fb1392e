// The picture of who speaks how much, in a real Chromium: alone, and inside a page.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder, testWorld } from "../world.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;
let picture: string;

beforeAll(async () => {
  const home = temporaryFolder();
  const study = join(home, "demo");
  expect(await main(["demo", study, "--quiet"], testWorld({ cwd: home }))).toBe(0);
  picture = join(home, "paroles.svg");
  expect(await main(["stats", "--svg", picture], testWorld({ cwd: study }))).toBe(0);
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
});

afterAll(() => browser.close());

describe("the picture", () => {
  it.each([360, 1200])("at %i pixels: fits, loads nothing, and no words leave it", async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    const url = pathToFileURL(picture).href;
    await page.goto(url);
    const root = await page.evaluate<{ name: string; width: number; height: number }>(
      "(({ width, height }) => ({ name: document.documentElement.tagName, width, height }))(document.documentElement.getBoundingClientRect())",
    );
    expect(root.name).toBe("svg");
    expect(root.width).toBeLessThanOrEqual(width);
    expect(root.width).toBeGreaterThan(Math.min(width, 900) - 1);
    const outside = await page.evaluate<string[]>(
      `[...document.querySelectorAll("text")].filter((text) => {
        const { x, y, width, height } = text.getBBox();
        const { width: right, height: foot } = document.documentElement.viewBox.baseVal;
        return x < 0 || y < 0 || x + width > right || y + height > foot;
      }).map((text) => text.textContent)`,
    );
    expect(outside).toEqual([]);
    expect(asked).toEqual([url]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("lays no words over others", async () => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await page.goto(pathToFileURL(picture).href);
    const over = await page.evaluate<string[]>(
      `(() => {
        const boxes = [...document.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBBox() }));
        return boxes.flatMap(({ text, box: a }, index) => boxes.slice(index + 1).flatMap(({ text: other, box: b }) => {
          const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
          const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
          return wide > 0 && high > 4 ? [text + " / " + other] : [];
        }));
      })()`,
    );
    expect(over).toEqual([]);
    await page.close();
  });

  it("is accessible inside a page, and says there in words what it draws", async () => {
    const around = join(temporaryFolder(), "page.html");
    const svg = readFileSync(picture, "utf8");
    writeFileSync(
      around,
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Paroles</title></head><body><main><h1>Paroles</h1>${svg}</main></body></html>`,
    );
    const page = await browser.newPage();
    await page.goto(pathToFileURL(around).href);
    await page.evaluate(axe);
    const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })`,
    );
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const image = page.getByRole("img", { name: /Questions de réseau.*qui parle/ });
    expect(await image.count()).toBe(1);
    await page.close();
  });
});
