/** Membership in a trade union. */
import { DOES, IS, OWN, type TermList } from "../term.ts";

export const UNION: TermList = [
  [
    DOES | OWN,
    `unison, gmb, teamsters, afl-cio, ufcw, unifor, afscme, strike committee, shop steward,
     works council`,
  ],
  [IS, "unionized, unionised, shop steward"],
  [
    DOES | OWN,
    `gewerkschaft, ig metall, ver.di, ig bau, ig bce, dgb, ögb, gdl, betriebsrat, gewerkschaftsbeitrag,
     gewerkschaftsmitglied, vpod, streikkasse`,
  ],
  [
    IS,
    `gewerkschafter, gewerkschafterin, gewerkschaftsmitglied, vertrauensmann, vertrauensfrau, betriebsrat,
     betriebsrätin`,
  ],
  [
    DOES | OWN,
    `syndicat, au syndicat, cgt, cfdt, force ouvrière, cftc, cfe-cgc, sud-rail, carte syndicale,
     cotisation syndicale, délégué syndical, déléguée syndicale, fgtb`,
  ],
  [
    IS,
    `syndiqué, syndiquée, syndicaliste, délégué syndical, déléguée syndicale, représentant syndical,
     représentante syndicale`,
  ],
  [
    DOES | OWN,
    `sindicato, ccoo, comisiones obreras, ugt, cuota sindical, carné sindical, delegado sindical,
     delegada sindical, enlace sindical, csif, liberado sindical`,
  ],
  [
    IS,
    `sindicalista, sindicado, sindicada, sindicalizado, sindicalizada, delegado sindical, delegada sindical`,
  ],
  [
    DOES | OWN,
    `sindacato, cgil, cisl, fiom, cobas, tessera sindacale, rappresentante sindacale, quota sindacale,
     delegato sindacale`,
  ],
  [
    IS,
    `sindacalista, sindacalizzato, sindacalizzata, delegato sindacale, rappresentante sindacale,
     delegata sindacale`,
  ],
  [DOES | OWN, "ao sindicato, cgtp, força sindical, contribuição sindical, delegado sindical"],
  [IS, "sindicalizado, sindicalizada"],
  [DOES | OWN, `vakbond, fnv, cnv, vakbondslid, vakbondscontributie, ondernemingsraad, abvv, acv`],
  [IS, "vakbondslid, vakbondsman, vakbondsvrouw, vakbondsleider"],
  [DOES | OWN, "union, unionist"],
];
