/** Made by scripts/terms/train.ts; NOTICE says from what: tags of CLAUDETTE and from where each is believed. */
import type { Cut, Mark } from "../judge.ts";

export const MARKS: readonly Mark[] = [
  { name: "a", threshold: -0.0487, slope: 7.1761 },
  { name: "ch", threshold: -0.0444, slope: 5.6243 },
  { name: "cr", threshold: -0.0887, slope: 6.6983 },
  { name: "j", threshold: -0.0256, slope: 6.4254 },
  { name: "law", threshold: 0.1662, slope: 5.434 },
  { name: "ltd", threshold: -0.1221, slope: 5.2255 },
  { name: "ter", threshold: -0.1073, slope: 5.9103 },
  { name: "use", threshold: -0.0906, slope: 6.6481 },
  { name: "pinc", threshold: -0.0598, slope: 7.0281 },
];

export const UNFAIR: Cut = { threshold: -0.1081, slope: 5.1017 };
