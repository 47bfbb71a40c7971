export { namesFinder } from "./names.ts";
