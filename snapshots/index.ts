/**
 * The façade of the domain: everything that other folders may import from `snapshots`.
 */
export * from "./types.ts";
export { compare } from "./comparing/compare.ts";
export { judge, stageOf } from "./comparing/kinds.ts";
export { type CommitmentsById, figuresRange, restrict, STRICTNESSES, type Strictness } from "./comparing/restrict.ts";
export { blocksOfText, openDocument } from "./format/open.ts";
export { sentencesOf } from "./language/sentences.ts";
export { decodeCueWeights } from "./knowledge/cue-weights.ts";
export { type ParsedParties, parseParties } from "./knowledge/parties.ts";
export { type ParsedPartnerships, parsePartnerships } from "./knowledge/partnerships.ts";
export { decodeWordTable, EMPTY_WORD_TABLE, type WordTableFiles } from "./knowledge/word-table.ts";
export { type ParsedTopics, parseTopics } from "./knowledge/topics.ts";
export { rankPriorities } from "./reading/priorities.ts";
export { READING_VERSION, readSnapshot } from "./reading/read.ts";
export { type RedlineSide, redlineDocuments } from "./redline/documents.ts";
export { foldRows } from "./redline/rows.ts";
export { redlineWords } from "./redline/words.ts";
export { classifyEdit, type Edit } from "./versions/classify.ts";
export { findCommitment, overlap, placeQuote, successorOf } from "./correcting/anchoring.ts";
export { amendKnowledge, amendments, partnershipMoves } from "./correcting/catalogue.ts";
export { correctSnapshot, NO_MOVES, type PartnershipMoves, shownValue } from "./correcting/correct.ts";
export * from "./correcting/corrections.ts";
export { type Anchored, anchorRulings } from "./correcting/links.ts";
export { once } from "./comparing/once.ts";
export { type Membership, membershipOf } from "./comparing/membership.ts";
export { repeatedBy } from "./correcting/repeating.ts";
