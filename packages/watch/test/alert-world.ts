/** What alerts are tested with: made-up terms that changed, a mail server, a receiver of webhooks. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeOf, type TermsChange } from "@proviso/core/terms";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";
import type { ChangeAlertable, Exposure, HealthAlertable } from "../src/alert/alertable.ts";

export const SEEN = Date.UTC(2026, 2, 4, 9, 30);
export const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

const BEFORE = `# Privacy Policy

Last updated: 1 March 2025

## Training

We do not use your conversations to train our models.

## Retention

We delete your conversations within 30 days.
`;
const AFTER = `# Privacy Policy

Last updated: 1 March 2026

## Training

We may use your conversations to train our models unless you opt out.

## Retention

We keep your conversations for five years.
`;

export function termsChange(after = AFTER, at = SEEN): TermsChange {
  const document = { service: "Wren Chat", type: "Privacy Policy" };
  const version = (text: string, when: number) => ({
    id: `sha256:${Buffer.from(text).toString("hex").slice(-40)}`,
    at: when,
    text,
    isUpgrade: false,
  });
  return changeOf(document, version(BEFORE, Date.UTC(2025, 2, 2)), version(after, at));
}

export const EXPOSURE: Exposure = {
  policy: "wren@2025-03-01",
  draft: "2026-03-04",
  compared: 120,
  changed: 80,
  becomeTrainable: 77,
  accounts: 2,
  keptLonger: 42,
  medianDays: 1795,
  open: ["scope: whom the exemption covers is not said"],
};

export function change(over: Partial<ChangeAlertable> = {}): ChangeAlertable {
  return { kind: "change", change: termsChange(), exposures: [EXPOSURE], class: "change", seq: 7, ...over };
}

export function health(over: Partial<HealthAlertable> = {}): HealthAlertable {
  return {
    kind: "health",
    document: { service: "Crow Chat", type: "Terms of Service", region: "EU" },
    signal: "http-status",
    reason: "the site answers with 500",
    since: SEEN,
    times: 3,
    lastSeen: SEEN - 86_400_000,
    lastGood: "sha256:00",
    ...over,
  };
}

export function alertFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "alert-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface MailServer {
  readonly url: string;
  readonly mails: ParsedMail[];
  readonly raw: string[];
  close(): Promise<void>;
}

interface MailServerOptions {
  readonly login?: { readonly user: string; readonly pass: string };
  readonly port?: number;
  /** Called with the mail before the server says that it has it. */
  readonly onMail?: () => void;
}

export async function startMailServer({
  login,
  port = 0,
  onMail,
}: MailServerOptions = {}): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const raw: string[] = [];
  const server = new SMTPServer({
    authOptional: login === undefined,
    disabledCommands: login === undefined ? ["AUTH", "STARTTLS"] : ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.pass
        ? done(null, { user: username })
        : done(new Error("who is that?")),
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith("nobody@")
        ? done(Object.assign(new Error("no such user"), { responseCode: 550 }))
        : done(),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const bytes = Buffer.concat(parts);
        raw.push(bytes.toString());
        simpleParser(bytes).then((mail) => {
          mails.push(mail);
          onMail?.();
          done();
        }, done);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: bound } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    mails,
    raw,
    close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Receiver {
  readonly host: string;
  readonly received: Received[];
  status: number;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(parts).toString(),
      });
      response.writeHead(receiver.status, { location: "http://127.0.0.1:1/" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    host: `127.0.0.1:${port}`,
    received,
    status: 204,
    close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return receiver;
}
