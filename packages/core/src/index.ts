export { ERROR_CODES, type ErrorCode, type Place, ProvisoError, printPlace } from "./errors.ts";
