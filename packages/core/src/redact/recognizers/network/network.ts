import type { Recognizer } from "../recognizer.ts";
import { ipV4 } from "./ip-v4.ts";
import { ipV6 } from "./ip-v6.ts";
import { mac } from "./mac.ts";
import { urlCredentials } from "./url-credentials.ts";

export const NETWORK: readonly Recognizer[] = [ipV4, ipV6, mac, urlCredentials];
