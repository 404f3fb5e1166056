/**
 * Where a gathering was held, as a sentence tells it: "met in Seoul", "hosted in Washington, D.C.", "held at Camp David".
 */
const PART = "(?:D\\.C\\.|DC|(?:St|Ft|Mt)\\.|\\p{Lu}[\\p{L}’'-]*\\p{Ll}[\\p{L}’'-]*)";
const PLACE = `${PART}(?: (?:(?:de|del|la|los|da|di|of|am|im|upon|and) )?${PART}){0,3}(?:, ${PART}(?: (?:of )?${PART}){0,2}| ?, D\\.?C\\.?)?`;
const VERB = "(?:met|meets?|meeting|(?<!hostages )held(?! by| hostage)|holding|convened|convenes|gathered|hosted|hosts|co-hosted|co-chaired|chaired|took place|takes place|session|summit|dialogue|council|talks|consultations|conference|assembled|reconvened|welcomed|visit(?:ed)?|launched|signed|travelled|traveled|came together|inaugural|concluded|announced|led|today|yesterday)";
const HELD_IN = new RegExp(`(?<![\\p{L}])${VERB}(?![\\p{L}])(?<between>(?:[^.;:“”]|(?<=\\b\\p{Lu})\\.|(?<=\\b(?:Dr|Mr|Ms|Mrs|Jr|St))\\.){0,180}?)(?<![\\p{L}])(?:in|at|to) (?<place>${PLACE})(?![\\p{L}])`, "giu");
const SENSITIVE = new RegExp(`^${PLACE}`, "u");
/** Capitalised words after "in" that are no place. */
const NO_PLACE = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Fall|Winter|Artificial|Digital|Cyber|Science|Research|Technology|Defen[cs]e|Quantum|Trade|Energy|Space|Health|English|Person|Southeast|South|North|East|West|Central|Asia|Europe|Africa|Latin|Indo|Pacific|Ukraine’s|President|Prime|Minister|Secretary|National|Foreign|The|This|These|Our|Their|Phase|Annex|Article|Section|Chapter|Horizon|Russia’s|Critical|Advanced|Security|Industry|Joint|European Union|United States|Deputy|Vice|High)\b/;

/** The first place where a sentence says that something was held, or null. */
export function placeIn(text: string): string | null {
  for (const match of text.matchAll(HELD_IN)) {
    const at = match.index + match[0].length - (match.groups?.["place"]?.length ?? 0);
    // The verbs match in any case, a place only with its capitals.
    const place = SENSITIVE.exec(text.slice(at))?.[0];
    if (place === undefined || NO_PLACE.test(place)) continue;
    const after = text.slice(at + place.length);
    if (isListed(place, after)) continue;
    const tidied = withRegion(place, after).replace(/ (?:On|Today|Yesterday)$/, "");
    if (!/[’']s$/.test(tidied)) return tidied;
  }
  return null;
}

/** "Ghana, Tanzania, and Zambia": places visited, not the place of a meeting. */
const isListed = (place: string, after: string): boolean => place.includes(", ") && /^, (?:and )?\p{Lu}\p{L}+(?:,| and)/u.test(after);

/** What follows a comma is the country only when the sentence goes on as after a place: "in Elmau, Germany, on Sunday", not "in Elmau, leaders will". */
function withRegion(place: string, after: string): string {
  const capital = /^\p{L}+, D\.?C\.?/u.exec(place)?.[0];
  if (capital !== undefined) return capital;
  const comma = place.indexOf(", ");
  if (comma < 0) return place;
  const region = place.slice(comma + 2);
  const goesOn = /^(?:[,.;:)]|$|[’']s\b| (?:on|for|from|to|and|today|yesterday|where|in|at|during|since|with|this|last|under|by|as)\b)/.test(after);
  return goesOn && !NO_PLACE.test(region) && !/^(?:Leaders|Ministers|They|We|It|Both|The)\b/.test(region) ? place : place.slice(0, comma);
}
