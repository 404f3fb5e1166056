import { describe, expect, test } from "vitest";
import { originalOf } from "../../views/parts/original.ts";

const address = "https://a.example/x";
/** The address of the words between brackets, which are no part of the text. */
const fragment = (marked: string, sourceUrl = address): string | null => {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const text = marked.replace(/[[\]]/g, "");
  return originalOf({ sourceUrl, kind: "joint-statement" }, { plain: text.slice(start, end).replace(/\s+/g, " "), start, end, text });
};

describe("a text fragment", () => {
  test("is the words themselves where they are few, without the signs at their ends", () => {
    expect(fragment("Today [we agree, on data-flows.] And more.")).toBe(`${address}#:~:text=we%20agree%2C%20on%20data%2Dflows`);
  });

  test("names the beginning and the end of long words", () => {
    const long = "[one two three four five six seven eight nine ten eleven twelve thirteen]";
    expect(fragment(long)).toBe(`${address}#:~:text=one%20two%20three%20four%20five%20six,ten%20eleven%20twelve%20thirteen`);
    expect(fragment(long, `${address}#part`)).toBe(`${address}#part:~:text=one%20two%20three%20four%20five%20six,ten%20eleven%20twelve%20thirteen`);
  });

  test("lengthens a beginning that stands elsewhere, too, and an end that comes before", () => {
    const marked = "Both sides will work together on the cables. [Both sides will work together on the grid, to build it by next year or to sell it by next year, or else]";
    expect(fragment(marked)).toBe(`${address}#:~:text=Both%20sides%20will%20work%20together%20on%20the%20grid,next%20year%2C%20or%20else`);
    expect(fragment("[a b c d e f of the last day and of the last day and of the last day] end")).toBe(`${address}#:~:text=a%20b%20c%20d%20e%20f,and%20of%20the%20last%20day%20and%20of%20the%20last%20day`);
  });

  test("names what stands before, with the sign between, or after words that occur twice", () => {
    expect(fragment("First, we agree. Second, [we agree]. Third")).toBe(`${address}#:~:text=Second%2C-,we%20agree`);
    expect(fragment("We agree.\n\n[We agree] to go on.\n")).toBe(`${address}#:~:text=We%20agree,-to`);
  });

  test("is left out where nothing tells the words from others", () => {
    expect(fragment("We agree.\n\n[We agree].\n")).toBe(address);
  });
});
