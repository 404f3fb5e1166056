/**
 * One change told in one or two sentences of plain English. Says nothing that the change does not hold; its quotations
 * stand beside it.
 */
import type { DetailChange } from "../../snapshots/index.ts";
import { longDate } from "../../views/dates.ts";
import { capital, withinSentence } from "../../views/grammar.ts";
import type { Names } from "../../views/names.ts";
import { againstStage, directionWord, SILENCE, stageWord } from "../../views/vocabulary.ts";
import type { ChangeEntry } from "./entries.ts";

export function tell(entry: ChangeEntry, names: Names): string {
  return [main(entry, names), ...details(entry.details), doubt(entry)].filter((sentence) => sentence !== null).join(" ");
}

/** A few words for lists and titles: `Semiconductors: advanced from explored to under way`. */
export function titleOf({ kind, topic, stage, force }: ChangeEntry, names: Names): string {
  if (kind === "advanced" && stage.before === "delivered" && stage.after !== null && stage.after !== "delivered") return `${names.shortTopic(topic)}: a further step, ${stageWord(stage.after)}`;
  const moved = stage.before !== null && stage.after !== null && stage.before !== stage.after ? ` from ${stageWord(stage.before)} to ${stageWord(stage.after)}` : "";
  const rest = moved === "" && force !== null ? `, wording ${force}` : moved;
  return `${names.shortTopic(topic)}: ${kind === "silent" ? "not mentioned again" : kind}${rest}`;
}

function main({ kind, topic, stage, force, before, quotes }: ChangeEntry, names: Names): string {
  const many = Math.max(quotes.before.length, quotes.after.length) > 1 && kind === "new";
  const what = `commitment on ${withinSentence(names.shortTopic(topic))}`;
  const [was, is] = [stage.before === null ? "" : stageWord(stage.before), stage.after === null ? "" : stageWord(stage.after)];
  const wording = force === null ? "" : `, ${againstStage({ force, kind }) ?? `and its wording has ${force}`}`;
  switch (kind) {
    case "new":
      return `${many ? "Commitments" : "A commitment"}${what.slice("commitment".length)} ${many ? "are" : "is"} new${is === "" ? "" : `, at the stage “${is}”`}.`;
    case "advanced":
      // A finished step that is followed by a further one: the stage of the words falls, the undertaking goes on.
      if (stage.before === "delivered" && stage.after !== "delivered") return `A ${what} goes a step further: what was delivered is followed by what is “${is}”${wording}.`;
      return stage.after === "delivered" ? `A ${what}, ${was} before, is now reported as delivered${wording}.` : `A ${what} has advanced from “${was}” to “${is}”${wording}.`;
    case "receded":
      return was === is ? `A ${what} has become less firm${wording}.` : `A ${what} has receded from “${was}” to “${is}”${wording}.`;
    case "reworded":
      if (was !== is) return `A ${what}, “${was}” before, is undertaken anew as “${is}”${wording}.`;
      return force === null ? `A ${what} is carried on in other words, still “${is}”.` : `A ${what} is carried on, still “${is}”; its wording has ${force}.`;
    case "restated":
      return `A ${what} is said again, still “${is}”.`;
    case "silent":
      return `A ${what}, “${was}” on ${longDate(before)}, is not mentioned again. ${SILENCE}`;
  }
}

function details(changes: readonly DetailChange[]): readonly string[] {
  return changes
    .filter(({ type, direction }) => (type === "deadline" || type === "amount") && direction !== "changed")
    .map(({ type, before, after, direction }) => {
      if (direction === "added") return `${capital(type)} added: “${after}”.`;
      if (direction === "gone") return `The ${type} “${before}” is gone.`;
      if (direction === "met" || direction === "late") return `The deadline “${before}” was ${directionWord(direction)}: “${after}”.`;
      return `The ${type} ${type === "amount" ? "was " : ""}${directionWord(direction)}, from “${before}” to “${after}”.`;
    });
}

function doubt({ certainty }: ChangeEntry): string | null {
  return certainty === "possible" ? "That both speak of the same undertaking is possible, not sure." : null;
}
