/**
 * Script -> **verify.html**: one file that verifies others from disk, without a network
 *
 * Its policy allows this one script and this one style sheet by their hashes, and nothing else: no
 * connection, no frame, no form, and no text that becomes code.
 */
import { strictPage } from "../report/strict-page.ts";
import { frame } from "../report/style/frame.ts";
import { tokens } from "../report/style/tokens.ts";
import { verifyStyle } from "./style.ts";

const BODY = `<div id="app">
<header class="top"><div class="top-row"><p class="brand"><strong>Proviso</strong> <span class="note">verify, offline</span></p></div></header>
<main>
<h1>Is this what it claims to be?</h1>
<p>Give the files together: a proof with its manifest, a manifest with its shards and its evidence. They are read here and go nowhere; this page cannot reach a network.</p>
<section class="card drop" id="drop" aria-labelledby="drop-title">
<h2 id="drop-title">Drop files or a folder here</h2>
<div class="buttons">
<button type="button" class="button" id="pick-files">Choose files</button>
<button type="button" class="button" id="pick-folder">Choose a folder</button>
</div>
<input type="file" id="files" multiple hidden aria-label="Files"><input type="file" id="folder" webkitdirectory hidden aria-label="Folder">
</section>
<section class="card fields" aria-label="What you know">
<label for="keys">Keys that you trust <span class="note">Verifier keys of logs and witnesses, one on each line, from a place other than the files.</span></label>
<textarea id="keys" spellcheck="false" autocomplete="off" placeholder="example.com/log+33d7b496+AeHT…"></textarea>
<details><summary>About a certain conversation</summary>
<div class="fields">
<label for="conversation">Its id</label>
<input type="text" id="conversation" spellcheck="false" autocomplete="off">
<label for="secret">The key that tokens are made with <span class="note">Only if you have it and the proof does not disclose one; hexadecimal.</span></label>
<input type="password" id="secret" spellcheck="false" autocomplete="off">
</div></details>
</section>
<div class="status-row"><p id="status" role="status">Starting…</p><button type="button" class="button" id="clear" hidden>Start again</button></div>
<h2 class="hidden">Results</h2>
<div id="lists"></div>
<noscript><p class="card">This page verifies with a script, which your browser does not run. <code>proviso verify</code> does the same.</p></noscript>
</main>
<footer class="bottom"><p>✓ was checked and holds. ✗ was checked and does not hold. – was not checked. This page is part of Proviso, and the same for everyone: its source says how to build it anew and compare.</p></footer>
</div>
`;

/**
 * @param script one classic script, as text
 * @param licences of the libraries that are in it
 */
export function verifyPage(script: string, licences: string): string {
  return strictPage({
    title: "Proviso: verify",
    style: [tokens, frame, verifyStyle].join("").replace(/\n{2,}/g, "\n"),
    script,
    body: `${BODY}<!--\nLibraries in this page:\n\n${licences.replace(/--+/g, "-")}-->\n`,
  });
}
