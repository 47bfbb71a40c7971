/** Political opinions, and the parties people vote for or belong to. */
import { DOES, IS, OWN, type TermList } from "../term.ts";

const FOR: number = DOES | OWN;

export const POLITICS: TermList = [
  [
    IS,
    `republican, conservative, socialist, communist, marxist, anarchist, libertarian, nationalist,
     left-wing, right-wing, far-right, far-left, left wing, right wing, a leftist, progressive, pro-life,
     pro-choice, pro-brexit, remainer, brexiteer, a social democrat, monarchist, separatist,
     politically active, alt-right`,
  ],
  [
    FOR,
    `labour, labour party, conservative party, conservatives, the greens, green party, liberal democrats,
     lib dems, reform uk, ukip, snp, plaid cymru, sinn féin, the democrats, democratic party,
     the republicans, republican party, libertarian party, communist party, socialist party,
     democratic socialists, trump, biden, obama, kamala harris, bernie sanders, hillary clinton, brexit,
     leave campaign, black lives matter, extinction rebellion, political views, political party, ndp,
     bloc québécois, the liberals, liberal party`,
  ],
  [
    IS,
    `konservativ, sozialdemokrat*, sozialist, sozialistin, kommunist, kommunistin, marxist*, anarchist*,
     liberaler, feministin, feminist, nationalist, linksradikal, rechtsradikal, rechtsextrem, linksextrem,
     parteimitglied, grüner, monarchist, afd-wähler*, politisch aktiv`,
  ],
  [
    FOR,
    `afd, spd, cdu, csu, fdp, die grünen, den grünen, der grünen, die linke, der linken, fpö, övp, spö, svp,
     meine partei, politische einstellung, letzte generation, fridays for future, pegida`,
  ],
  [
    IS,
    `de gauche, de droite, d'extrême gauche, d'extrême droite, socialiste, communiste, marxiste, anarchiste,
     libéral, libérale, conservateur, conservatrice, écologiste, gaulliste, macroniste, féministe,
     nationaliste, souverainiste, insoumis, insoumise, royaliste`,
  ],
  [
    FOR,
    `parti socialiste, parti communiste, rassemblement national, front national, france insoumise,
     les républicains, europe écologie, reconquête, pour macron, macron, pour le pen, marine le pen,
     mélenchon, zemmour, gilets jaunes, opinions politiques, vlaams belang, n-va`,
  ],
  [
    IS,
    `de izquierdas, de izquierda, de derechas, de derecha, de extrema derecha, socialista, comunista,
     marxista, anarquista, conservador, conservadora, feminista, nacionalista, independentista, republicano,
     republicana, monárquico, peronista, kirchnerista, facha, progresista`,
  ],
  [
    FOR,
    `psoe, partido popular, podemos, sumar, ciudadanos, esquerra, junts, bildu, partido comunista,
     partido socialista, milei, bolsonaro, pedro sánchez, ideas políticas`,
  ],
  [
    IS,
    `di sinistra, di destra, di estrema destra, di estrema sinistra, socialista, comunista, marxista,
     anarchico, anarchica, conservatore, conservatrice, fascista, antifascista, femminista, nazionalista,
     leghista, sovranista, progressista`,
  ],
  [
    FOR,
    `partito democratico, lega nord, fratelli d'italia, forza italia, movimento cinque stelle,
     cinque stelle, m5s, meloni, salvini, berlusconi, rifondazione comunista, partito comunista`,
  ],
  [
    IS,
    `de esquerda, de direita, de extrema direita, socialista, comunista, marxista, anarquista, conservador,
     conservadora, feminista, nacionalista, bolsonarista, petista, lulista, progressista, monárquico`,
  ],
  [
    FOR,
    `lula, bolsonaro, psdb, psol, bloco de esquerda, partido socialista, partido comunista,
     iniciativa liberal, opinião política`,
  ],
  [
    IS,
    `socialist, communist, marxist, anarchist, conservatief, liberaal, feminist, nationalist, extreemrechts,
     extreemlinks, monarchist, progressief, sociaaldemocraat`,
  ],
  [
    FOR,
    `pvv, vvd, pvda, groenlinks, d66, cda, forum voor democratie, de partij voor de dieren, wilders, baudet,
     rutte, christenunie, politieke voorkeur`,
  ],
  [FOR, "vox, il pd"],
];
