export { AXES, type Axis, type AxisFact, type AxisValues } from "./axes/axis.ts";
export {
  type AxisChange,
  type ChangeClocks,
  DIRECTIONS,
  type Direction,
  IMPACT_LEVELS,
  type Impact,
  type ImpactLevel,
  type NoticeCheck,
  type RegulationTouched,
  type TermsChange,
} from "./change/terms-change.ts";
export { type DocumentName, printDocument, type Version } from "./document.ts";
export { FATES, type Fate, type Lineage, type Provision } from "./provisions/provision.ts";
export { type Judged, RECORD_CLASSES, type RecordClass, type Standing } from "./quiet/judged.ts";
