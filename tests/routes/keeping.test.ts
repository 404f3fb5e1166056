/** Answers that are kept for whoever asks next. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openSite, type TestSite } from "./app.ts";

let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(() => site.close());

const CITED = "/cite/partnerships/aa-bb";

test("an answer is made once, though pages that name today are asked for in between", async () => {
  const made = vi.spyOn(site.reader, "topics");
  const meeting = (await site.json<{ items: readonly { readonly held: string }[] }>("/api/v1/meetings?partnership=aa-bb")).items[0]?.held ?? "";
  const times: number[] = [];
  for (const path of ["/topics", `${CITED}/${meeting}`, "/topics", `${CITED}/${meeting}`, "/topics"]) {
    await site.text(path);
    times.push(made.mock.calls.length);
  }
  expect(times[0]).toBeGreaterThan(0);
  expect(times.at(-1)).toBe(times[0]);
});

test("what names today is made anew on the next day", async () => {
  const meeting = (await site.json<{ items: readonly { readonly held: string }[] }>("/api/v1/meetings?partnership=aa-bb")).items[0]?.held ?? "";
  vi.useFakeTimers({ now: new Date("2031-05-06T12:00:00Z"), toFake: ["Date"] });
  const tag = (await site.get(`${CITED}/${meeting}`)).headers.get("ETag") ?? "";
  expect((await site.get(`${CITED}/${meeting}`, { "If-None-Match": tag })).status).toBe(304);
  vi.setSystemTime(new Date("2031-05-07T12:00:00Z"));
  expect((await site.get(`${CITED}/${meeting}`, { "If-None-Match": tag })).status).toBe(200);
});
