/** Family: numbers that states, health services and registries give to people, firms and vehicles. */
import type { Recognizer } from "../recognizer.ts";
import { ngId } from "./africa/ng-id.ts";
import { zaId } from "./africa/za-id.ts";
import { arCuit } from "./america/ar-cuit.ts";
import { clRut } from "./america/cl-rut.ts";
import { mxCurp } from "./america/mx-curp.ts";
import { cnRic } from "./asia/cn-ric.ts";
import { hkId } from "./asia/hk-id.ts";
import { ilId } from "./asia/il-id.ts";
import { jpMyNumber } from "./asia/jp-my-number.ts";
import { myKad } from "./asia/my-kad.ts";
import { phTin } from "./asia/ph-tin.ts";
import { thTnin } from "./asia/th-tnin.ts";
import { twId } from "./asia/tw-id.ts";
import { auAbn } from "./au/au-abn.ts";
import { auAcn } from "./au/au-acn.ts";
import { auMedicare } from "./au/au-medicare.ts";
import { auTfn } from "./au/au-tfn.ts";
import { brCnpj } from "./br/br-cnpj.ts";
import { brCpf } from "./br/br-cpf.ts";
import { brDocument } from "./br/br-document.ts";
import { caSin } from "./ca/ca-sin.ts";
import { deDrivingLicence } from "./de/de-driving-licence.ts";
import { deHealthInsurance } from "./de/de-health-insurance.ts";
import { deIdCard } from "./de/de-id-card.ts";
import { dePassport } from "./de/de-passport.ts";
import { dePlate } from "./de/de-plate.ts";
import { dePractice } from "./de/de-practice.ts";
import { deRegister } from "./de/de-register.ts";
import { deSocialSecurity } from "./de/de-social-security.ts";
import { deTaxId } from "./de/de-tax-id.ts";
import { deTaxNumber } from "./de/de-tax-number.ts";
import { esCif } from "./es/es-cif.ts";
import { esDni } from "./es/es-dni.ts";
import { esNie } from "./es/es-nie.ts";
import { esPassport } from "./es/es-passport.ts";
import { esSocialSecurity } from "./es/es-social-security.ts";
import { atSvnr } from "./europe/at-svnr.ts";
import { beNrn } from "./europe/be-nrn.ts";
import { bgEgn } from "./europe/bg-egn.ts";
import { chAhv } from "./europe/ch-ahv.ts";
import { czRc } from "./europe/cz-rc.ts";
import { dkCpr } from "./europe/dk-cpr.ts";
import { eeLtId } from "./europe/ee-lt-id.ts";
import { euVat } from "./europe/eu-vat.ts";
import { grAmka } from "./europe/gr-amka.ts";
import { hrOib } from "./europe/hr-oib.ts";
import { iePps } from "./europe/ie-pps.ts";
import { jmbg } from "./europe/jmbg.ts";
import { noFnr } from "./europe/no-fnr.ts";
import { roCnp } from "./europe/ro-cnp.ts";
import { ruInn } from "./europe/ru-inn.ts";
import { fiHetu } from "./fi/fi-hetu.ts";
import { frDocument } from "./fr/fr-document.ts";
import { frNir } from "./fr/fr-nir.ts";
import { frSiret } from "./fr/fr-siret.ts";
import { drivingLicence } from "./general/driving-licence.ts";
import { labelledId } from "./general/labelled-id.ts";
import { medicalRecord } from "./general/medical-record.ts";
import { mrz } from "./general/mrz.ts";
import { passport } from "./general/passport.ts";
import { plate } from "./general/plate.ts";
import { vin } from "./general/vin.ts";
import { inAadhaar } from "./in/in-aadhaar.ts";
import { inDocument } from "./in/in-document.ts";
import { inGstin } from "./in/in-gstin.ts";
import { inPan } from "./in/in-pan.ts";
import { itDocument } from "./it/it-document.ts";
import { itFiscalCode } from "./it/it-fiscal-code.ts";
import { itVat } from "./it/it-vat.ts";
import { krBrn } from "./kr/kr-brn.ts";
import { krDrivingLicence } from "./kr/kr-driving-licence.ts";
import { krFrn } from "./kr/kr-frn.ts";
import { krPassport } from "./kr/kr-passport.ts";
import { krRrn } from "./kr/kr-rrn.ts";
import { nlBsn } from "./nl/nl-bsn.ts";
import { plNip } from "./pl/pl-nip.ts";
import { plPesel } from "./pl/pl-pesel.ts";
import { ptNif } from "./pt/pt-nif.ts";
import { seOrganisation } from "./se/se-organisation.ts";
import { sePersonnummer } from "./se/se-personnummer.ts";
import { sgNric } from "./sg/sg-nric.ts";
import { sgUen } from "./sg/sg-uen.ts";
import { trPlate } from "./tr/tr-plate.ts";
import { trTckn } from "./tr/tr-tckn.ts";
import { ukDrivingLicence } from "./uk/uk-driving-licence.ts";
import { ukNhs } from "./uk/uk-nhs.ts";
import { ukNino } from "./uk/uk-nino.ts";
import { ukPassport } from "./uk/uk-passport.ts";
import { ukPlate } from "./uk/uk-plate.ts";
import { ukUtr } from "./uk/uk-utr.ts";
import { usDea } from "./us/us-dea.ts";
import { usEin } from "./us/us-ein.ts";
import { usItin } from "./us/us-itin.ts";
import { usMbi } from "./us/us-mbi.ts";
import { usNpi } from "./us/us-npi.ts";
import { usSsn } from "./us/us-ssn.ts";

export const GOVERNMENT: readonly Recognizer[] = [
  ngId,
  zaId,
  arCuit,
  clRut,
  mxCurp,
  cnRic,
  hkId,
  ilId,
  jpMyNumber,
  myKad,
  phTin,
  thTnin,
  twId,
  auAbn,
  auAcn,
  auMedicare,
  auTfn,
  brCnpj,
  brCpf,
  brDocument,
  caSin,
  deDrivingLicence,
  deHealthInsurance,
  deIdCard,
  dePassport,
  dePlate,
  dePractice,
  deRegister,
  deSocialSecurity,
  deTaxId,
  deTaxNumber,
  esCif,
  esDni,
  esNie,
  esPassport,
  esSocialSecurity,
  atSvnr,
  beNrn,
  bgEgn,
  chAhv,
  czRc,
  dkCpr,
  eeLtId,
  euVat,
  grAmka,
  hrOib,
  iePps,
  jmbg,
  noFnr,
  roCnp,
  ruInn,
  fiHetu,
  frDocument,
  frNir,
  frSiret,
  drivingLicence,
  labelledId,
  medicalRecord,
  mrz,
  passport,
  plate,
  vin,
  inAadhaar,
  inDocument,
  inGstin,
  inPan,
  itDocument,
  itFiscalCode,
  itVat,
  krBrn,
  krDrivingLicence,
  krFrn,
  krPassport,
  krRrn,
  nlBsn,
  plNip,
  plPesel,
  ptNif,
  seOrganisation,
  sePersonnummer,
  sgNric,
  sgUen,
  trPlate,
  trTckn,
  ukDrivingLicence,
  ukNhs,
  ukNino,
  ukPassport,
  ukPlate,
  ukUtr,
  usDea,
  usEin,
  usItin,
  usMbi,
  usNpi,
  usSsn,
];
