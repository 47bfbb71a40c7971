/** Genetic data: tests, their results, and what is inherited. */
import { HAS, IS, OWN, type TermList } from "../term.ts";

const TESTED: number = HAS | OWN;

export const GENETIC: TermList = [
  [
    TESTED,
    `brca*, gene mutation, genetic mutation, genetic disorder, genetic condition, genetic disease,
     genetic predisposition, genetic marker*, genetic test*, genetic results, genetic profile, genome,
     23andme, ancestrydna, haplogroup, karyotype, mthfr, factor v leiden, huntington's gene, apoe4, apoe e4,
     lynch syndrome, fragile x, trisomy 21, trisomy 18, klinefelter, turner syndrome, carrier status,
     whole genome, exome, hereditary cancer, sickle cell trait`,
  ],
  [IS, "a carrier of, homozygous, heterozygous, a carrier for"],
  [
    TESTED,
    `gendefekt, genmutation, gentest, erbkrankheit, erbgut, gendiagnostik, brca-mutation,
     genetische veranlagung, genetische erkrankung, genetischer test, genetische beratung, trisomie 21,
     chromosomenstörung`,
  ],
  [IS, `anlageträger, anlageträgerin, genträger, genträgerin, erblich vorbelastet, genetisch vorbelastet`],
  [
    TESTED,
    `mutation génétique, maladie génétique, prédisposition génétique, trisomie 21, gène brca,
     anomalie génétique, génome, maladie héréditaire, patrimoine génétique, caryotype`,
  ],
  [
    IS,
    `porteur du gène, porteuse du gène, porteur de la mutation, porteuse de la mutation, porteur sain,
     porteuse saine`,
  ],
  [
    TESTED,
    `mutación genética, enfermedad genética, prueba genética, perfil genético, predisposición genética,
     trisomía 21, gen brca, enfermedad hereditaria, cariotipo`,
  ],
  [IS, `portador del gen, portadora del gen, portador de la mutación, portadora de la mutación`],
  [
    TESTED,
    `mutazione genetica, malattia genetica, profilo genetico, predisposizione genetica, trisomia 21,
     gene brca, malattia ereditaria, cariotipo, esame genetico`,
  ],
  [
    IS,
    `portatore sano, portatrice sana, portatore del gene, portatrice del gene, portatore della mutazione,
     portatrice della mutazione`,
  ],
  [
    TESTED,
    `mutação genética, doença genética, perfil genético, predisposição genética, trissomia 21,
     doença hereditária, cariótipo, gene brca`,
  ],
  [IS, "portador do gene, portadora do gene, portador da mutação, portadora da mutação"],
  [
    TESTED,
    `genmutatie, genetische mutatie, erfelijke ziekte, erfelijke aandoening, genetische aandoening,
     genetische test, brca-gen, genetische aanleg, erfelijke aanleg, erfelijkheidsonderzoek`,
  ],
  [IS, `drager van het gen, draagster van het gen, drager van de mutatie, erfelijk belast`],
  [TESTED, "dna, adn"],
];
