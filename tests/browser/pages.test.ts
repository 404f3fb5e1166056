/** Every kind of page in a real browser: without a violation of accessibility rules in light and dark, within every width, with nothing that the browser complains of. */
import { expect } from "vitest";
import { browserTest, browsing, overflow, screenshotPath, violations, WIDTHS } from "./harness.ts";
import { kindsOfPages } from "./kinds.ts";
import { seeded } from "../pages/seeded.ts";

const kinds = kindsOfPages((await seeded()).archive.reader);

browserTest.each(kinds)("$name: no violation in light and dark, no complaint, no width that overflows", async ({ path }) => {
  const { page, complaints, close } = await (await browsing()).open(path);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, ["color-contrast"])).toEqual([]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await overflow(page)]).toEqual([width, 0]);
  }
  expect(complaints).toEqual([]);
  await close();
});

browserTest.each(kinds.filter(({ main }) => main))("$name: its pictures", async ({ name, path }) => {
  const { page, close } = await (await browsing()).open(path);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: screenshotPath(`${name}-${width}-${scheme}.jpg`), fullPage: true, type: "jpeg", quality: 80 });
    }
  }
  await close();
});
