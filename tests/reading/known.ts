/** The knowledge that ships, for tests of what it recognises. Topics and words are left out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../server/config.ts";
import { decodeCueWeights, EMPTY_WORD_TABLE, parseParties, parsePartnerships, type Knowledge } from "../../snapshots/index.ts";

const shipped = (name: string): string => readFileSync(join(PROJECT_ROOT, "snapshots", "knowledge", name), "utf8");

export function knownThings(): Knowledge {
  const parties = parseParties(shipped("parties.yaml"));
  const partnerships = parsePartnerships(shipped("partnerships.yaml"));
  if (parties.kind === "broken") throw new Error(parties.problem);
  if (partnerships.kind === "broken") throw new Error(partnerships.problem);
  return { version: "test", parties: parties.parties, partnerships: partnerships.partnerships, topics: [], words: EMPTY_WORD_TABLE, acceptance: decodeCueWeights(shipped("acceptance.txt")), seams: decodeCueWeights(shipped("seams.txt")) };
}
