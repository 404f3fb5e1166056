/**
 * Where people of the desk sign in with their token.
 */
import { deskHref, signInHref } from "../addresses.ts";
import { listHead, type Page } from "../page.ts";

export interface SignInPage extends Page {
  readonly template: "sign-in";
  /** What was wrong with the last attempt; null for the first. */
  readonly wrong: string | null;
  readonly back: string;
  /** Said where nobody has a token yet; null where somebody has. */
  readonly alone: string | null;
}

export function signInPage({ wrong, back, people }: { readonly wrong: string | null; readonly back: string; readonly people: boolean }): SignInPage {
  return {
    template: "sign-in",
    head: { ...listHead({ title: "Sign in", description: "For people who keep this archive.", path: signInHref, twin: "/sign-in.json" }), indexed: false },
    trail: [{ label: "Desk", href: deskHref }],
    wrong,
    back,
    alone: people ? null : "Nobody has a token yet, so the desk answers on this machine only and asks nobody to sign in. To let others in, make a token with: pactline token add NAME --role archivist",
  };
}
