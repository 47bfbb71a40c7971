/** A worker thread of `proviso redact`. */
import { serve } from "../threads/serve.ts";
import { createPieceWork, handOverResult } from "./piece-work.ts";

serve(createPieceWork, handOverResult);
