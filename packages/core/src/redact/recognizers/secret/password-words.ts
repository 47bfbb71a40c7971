/**
 * Words that announce a password, in the languages we read, and the misspellings people type.
 * `rest` is what may follow within the same word; a word that only contains them is another one
 * (`passage`, `bypass`).
 */
export interface PasswordWord {
  readonly text: string;
  readonly rests: readonly string[];
  /** Means other things too (`pass`, `clave`): its value must look like a password by itself. */
  readonly isWeak?: true;
  /** Stands in the middle of names as well: `DB_PW`, `mypw`. */
  readonly isShort?: true;
}

export const PASSWORD_WORDS: readonly PasswordWord[] = [
  {
    text: "pass",
    rests: [
      "word",
      "words",
      "wd",
      "wrd",
      "wort",
      "worts",
      "wörter",
      "phrase",
      "phrases",
      "code",
      "codes",
      "worsd",
      "worrd",
      "key",
    ],
  },
  { text: "pass", rests: ["", "e", "in", "out", "e-partout"], isWeak: true },
  { text: "secret", rests: ["", "s", "o", "os"], isWeak: true },
  { text: "pwd", rests: ["", "s"], isShort: true },
  { text: "pw", rests: [""], isShort: true, isWeak: true },
  { text: "psw", rests: ["", "d", "rd", "ord", "wd"], isShort: true },
  { text: "pssw", rests: ["d", "rd", "ord"], isShort: true },
  { text: "pasw", rests: ["d", "rd", "ord"] },
  { text: "paas", rests: ["word", "wd"] },
  { text: "passsw", rests: ["ord"] },
  { text: "kennw", rests: ["ort", "orte", "ortes", "örter"] },
  { text: "contrase", rests: ["ña", "ñas", "na", "nas"] },
  { text: "contrasen", rests: ["ya"] },
  { text: "senha", rests: ["", "s"] },
  { text: "wachtw", rests: ["oord", "oorden"] },
  { text: "mdp", rests: [""], isShort: true },
  { text: "parola d'ordine", rests: [""] },
  { text: "clave", rests: [""], isWeak: true },
  { text: "codice segreto", rests: [""] },
  { text: "geheimzahl", rests: [""] },
  { text: "wifi key", rests: [""], isWeak: true },
  { text: "wi-fi key", rests: [""], isWeak: true },
  { text: "wlan-schl", rests: ["üssel"], isWeak: true },
  { text: "wpa-schl", rests: ["üssel"], isWeak: true },
  { text: "wpa key", rests: [""], isWeak: true },
  { text: "network key", rests: [""], isWeak: true },
  { text: "비밀번호", rests: [""] },
  { text: "비번", rests: [""] },
  { text: "пароль", rests: [""] },
  { text: "密码", rests: [""] },
  { text: "密碼", rests: [""] },
  { text: "パスワード", rests: [""] },
];

/** After the word, within the name: the value is something about a password. */
export const ABOUT_PASSWORD: ReadonlySet<string> = new Set(
  (
    "hash hashed hashes file files filename path field fields input policy length len min max minlength maxlength id ids url uri " +
    "link reset hint name label strength expiry expires expiration expired changed change updated at placeholder type form page " +
    "manager managers generator protected less ref count attempts retries error errors msg message title text help icon show " +
    "hide visible visibility toggle valid validator validation invalid required regex pattern rules rule view column salt " +
    "encoder service handler helper utils util verify match matches mismatch age history store provider prompt screen store stores and or in of from dumping"
  ).split(" "),
);
