import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seedFrom } from "./chance.ts";

const values = (): number[] => fc.sample(fc.integer(), 20);

describe("made-up values", () => {
  test("are the same in every run", () => {
    const seed = fc.readConfigureGlobal().seed;
    expect(seed).toBe(seedFrom(process.env["PACTLINE_SEED"] === "random" ? String(seed) : process.env["PACTLINE_SEED"]));
    expect(values()).toEqual(values());
  });

  test("can be others", () => {
    expect(seedFrom(undefined)).toBe(seedFrom(""));
    expect(seedFrom("7")).toBe(7);
    expect(seedFrom("random")).toSatisfy(Number.isSafeInteger);
    expect(() => seedFrom("seven")).toThrow("PACTLINE_SEED is a whole number or the word random, not seven");
  });

  test("are named with their seed when a law fails on them", () => {
    const seed = fc.readConfigureGlobal().seed;
    expect(() => fc.assert(fc.property(fc.nat(), (value) => value < 10))).toThrow(`seed: ${seed}, path:`);
  });
});
