/** Where people live and are sent things. */
import type { Recognizer } from "../recognizer.ts";
import { address } from "./address.ts";
import { postcode } from "./postcode.ts";

export const PLACE: readonly Recognizer[] = [address, postcode];
