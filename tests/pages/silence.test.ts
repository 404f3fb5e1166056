/** Silence is not withdrawal: nothing that pages, feeds, briefs or tables say of a commitment claims that it was given up. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { CHANGE_KINDS } from "../../snapshots/index.ts";
import { kindMeaning, kindModel } from "../../views/vocabulary.ts";

const CLAIMS = /\b(?:dropped|abandoned|withdrawn|withdrew|given up|scrapped|cancell?ed)\b/i;
/** Where the rule itself is told, and a note or a correction that its author takes back. */
const ALLOWED = /no page says that it was dropped|(?:files?|document) (?:that (?:is|was|were) )?dropped|note[^.]{0,60}withdrawn|withdrawn[^.]{0,40}note/i;

test("no template and no sentence says that what is silent was dropped", () => {
  const texts = ["views", "server/publish"].flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|eta)$/.test(entry.name))
      .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8").split("\n").map((line) => `${entry.name}: ${line.trim()}`)),
  );
  expect(texts.length).toBeGreaterThan(1_000);
  expect(texts.filter((line) => CLAIMS.test(line) && !ALLOWED.test(line) && !/^\S+: (?:\/?\*|\/\/)/.test(line))).toEqual([]);
});

test("the word for it says what was seen and no more", () => {
  expect(CHANGE_KINDS.map((kind) => kindModel(kind).word)).toContain("not mentioned again");
  expect(kindMeaning("silent")).not.toMatch(CLAIMS);
});
