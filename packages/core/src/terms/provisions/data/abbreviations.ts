/** Words that end with a full stop without ending a sentence. Lower case, without the last stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `e.g i.e cf viz vs v etc approx ca no nos art arts sec secs para paras cl fig vol ch p pp reg dir
   mr mrs ms dr prof st jr sr inc ltd llc l.l.c corp co bros u.s u.k u.s.a u.s.c c.f.r e.u d.c a.m p.m
   jan feb mar apr jun jul aug sept sep oct nov dec ave blvd rd bldg ste dept est`.split(/\s+/),
);
