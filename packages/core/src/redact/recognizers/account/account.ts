/** Family: user names, numbers under which firms know people, dates of birth. */
import type { Recognizer } from "../recognizer.ts";
import { accountNumber } from "./account-number.ts";
import { dateOfBirth } from "./date-of-birth.ts";
import { handle } from "./handle.ts";
import { homeFolder } from "./home-folder.ts";
import { profileUrl } from "./profile-url.ts";
import { username } from "./username.ts";

export const ACCOUNT: readonly Recognizer[] = [
  accountNumber,
  dateOfBirth,
  handle,
  homeFolder,
  profileUrl,
  username,
];
