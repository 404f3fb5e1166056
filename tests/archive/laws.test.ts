import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addBatch, addDocument } from "../../server/archive/adding.ts";
import { openArchive } from "../../server/archive/archive.ts";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import type { Incoming } from "../../server/archive/facts.ts";
import { rebuild } from "../../server/archive/rebuilding.ts";
import { settle } from "../../server/archive/settling.ts";
import { plainReading } from "./plain-reading.ts";

const line = fc.tuple(fc.constantFrom("sandbox", "cables", "skills", "patents"), fc.constantFrom("explored", "committed", "delivered")).map(([name, stage]) => `${name} ${stage} in words\n`);
const text = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom("aa-bb", "aa-cc", "-"), fc.constantFrom("", " Oslo", " Bern"), fc.array(line, { maxLength: 4 }))
  .map(([day, slug, place, lines]) => `2024-05-${String(day).padStart(2, "0")} ${slug}${place}\n${lines.join("")}`);

/** Derivations of documents that were added in this way, without what tells their order of arrival. */
function derive(texts: readonly string[], way: "one by one" | "in a batch" | "rebuilt"): string[] {
  const folder = mkdtempSync(join(tmpdir(), "laws-"));
  const reading = plainReading();
  const archive = openArchive(join(folder, "archive.db"), () => reading);
  try {
    const all = texts.map((one): Incoming => ({ bytes: Buffer.from(one), name: null, given: {} }));
    if (way === "in a batch") {
      addBatch(archive.db, all.flatMap((incoming) => {
        const read = reading.read(incoming);
        return read.kind === "read" ? [[incoming, read] as const] : [];
      }));
      settle(archive.db, reading);
    } else for (const incoming of all) addDocument(archive.db, incoming, reading);
    if (way === "rebuilt") rebuild(archive.db, reading);
    return [...dumpDerivations(archive.db)].map(({ table, row }) => `${table} ${row}`);
  } finally {
    archive.close();
    rmSync(folder, { recursive: true });
  }
}

test("one by one, in a batch or rebuilt: the same documents give the same derivations", () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 9 }), (texts) => {
      const one = derive(texts, "one by one");
      expect(derive(texts, "in a batch")).toEqual(one);
      expect(derive(texts, "rebuilt")).toEqual(one);
    }),
    { numRuns: 40 },
  );
});
