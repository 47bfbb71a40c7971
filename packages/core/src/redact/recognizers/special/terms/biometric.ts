/** Biometric data by which someone is known again. */
import { HAS, OWN, type TermList } from "../term.ts";

const TAKEN: number = HAS | OWN;

export const BIOMETRIC: TermList = [
  [
    TAKEN,
    `fingerprint*, thumbprint, palm print, iris scan, retina scan, retinal scan, face scan, facial scan,
     faceprint, face template, facial recognition, face id, voiceprint, voice print, voice recognition,
     biometric*, gait analysis, hand geometry, vein scan, touch id, face unlock`,
  ],
  [
    TAKEN,
    `fingerabdruck, fingerabdrücke, irisscan, iris-scan, netzhautscan, gesichtsscan, gesichtserkennung,
     stimmabdruck, stimmprofil, biometrisch*, handflächenscan, gesichtsbild, venenscan, handabdruck`,
  ],
  [
    TAKEN,
    `empreinte digitale, empreintes digitales, scan de l'iris, scan rétinien, reconnaissance faciale,
     empreinte vocale, biométri*, données biométriques, scan du visage, empreinte palmaire`,
  ],
  [
    TAKEN,
    `huella dactilar, huellas dactilares, huella digital, huellas digitales, escaneo de iris,
     reconocimiento facial, huella de voz, biométric*, escáner de retina, escaneo facial`,
  ],
  [
    TAKEN,
    `impronta digitale, impronte digitali, scansione dell'iride, scansione della retina,
     riconoscimento facciale, impronta vocale, scansione del volto, dati biometrici, biometrici`,
  ],
  [
    TAKEN,
    `impressão digital, impressões digitais, leitura da íris, reconhecimento facial, impressão vocal,
     biometria, dados biométricos, digitalização da retina`,
  ],
  [
    TAKEN,
    `vingerafdruk, vingerafdrukken, netvliesscan, gezichtsscan, gezichtsherkenning, stemafdruk,
     stemherkenning, biometrische, biometrie, handpalmscan`,
  ],
];
