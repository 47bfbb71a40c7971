/**
 * Path of a Chromium -> what renders a page that writes its text by scripts
 *
 * The browser is the user's own, and the library that drives it is not installed with Proviso.
 */
import { ProvisoError } from "@proviso/core";
import { browserRender, type FetchOptions } from "@proviso/watch";

export interface Renderer {
  readonly render: NonNullable<FetchOptions["render"]>;
  close(): Promise<void>;
}

/** @throws ProvisoError UNSUPPORTED where `playwright-core` is not installed, NOT_FOUND for a wrong path */
export async function openRenderer(executablePath: string): Promise<Renderer> {
  const { chromium } = await import("playwright-core").catch((cause: unknown) => {
    throw new ProvisoError("UNSUPPORTED", "`--browser` needs the package `playwright-core`", {
      cause,
      hint: "npm install playwright-core",
    });
  });
  const browser = await chromium
    .launch({
      executablePath, // As root a Chromium does not start with its sandbox.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    })
    .catch((cause: unknown) => {
      throw new ProvisoError("NOT_FOUND", `no browser starts at \`${executablePath}\``, { cause });
    });
  return { render: browserRender(browser), close: async () => await browser.close() };
}
