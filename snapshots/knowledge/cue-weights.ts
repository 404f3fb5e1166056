/** Decodes `acceptance.txt` and `seams.txt`: the weight of a cue and its name in each line. How they are remade is told in `README.md`. */
import type { CueWeights } from "../types.ts";

/** Throws where a line is not a weight and a name. */
export function decodeCueWeights(text: string): CueWeights {
  const weights = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const space = line.indexOf(" ");
    const weight = Number(line.slice(0, space));
    if (space < 1 || !Number.isFinite(weight)) throw new Error("a file of cue weights has a line that is not a weight and a cue");
    weights.set(line.slice(space + 1), weight);
  }
  return { weightOf: (cue) => weights.get(cue) ?? 0 };
}
