// Expressions that tell a trait few people of a group share: what lets someone be recognised without a name.
import { foldPhrase } from "../../wording/phrases.ts";

export const traitKinds = ["family", "health", "origin", "work", "only", "justice", "birth", "age"] as const;
export type TraitKind = (typeof traitKinds)[number];

const written: Readonly<Record<Exclude<TraitKind, "age">, string>> = {
  family: `veuf, veuve, divorcé, divorcée, orphelin, orpheline, mes jumeaux, mes jumelles, mon jumeau, ma jumelle, mère célibataire, père célibataire,
    mère isolée, père isolé, cinq enfants, six enfants, sept enfants, huit enfants, neuf enfants, adopté, adoptée, beau-père, belle-mère, mon ex-mari, mon ex-femme,
    enfant unique, fils unique, fille unique, famille d’accueil, mon fils est mort, ma fille est morte, perdu mon fils, perdu ma fille, perdu un enfant, mon mari est mort,
    ma femme est morte, enterré mon fils, enterré ma fille, enterré mon frère, mariage forcé, polygame`,
  health: `cancer, chimio, dialyse, diabète, diabétique, épilepsie, épileptique, sclérose, parkinson, alzheimer, avc, infarctus, greffe, vih, séropositif, séropositive,
    hépatite, drépanocytose, schizophrène, schizophrénie, bipolaire, dépression, dépressif, dépressive, anorexie, anorexique, autiste, autisme, trisomique, trisomie, handicap,
    handicapé, handicapée, fauteuil roulant, béquilles, prothèse, amputé, amputée, sourd, sourde, aveugle, malvoyant, malvoyante, hospitalisé, hospitalisée, en psychiatrie,
    tentative de suicide, ts, cure, sevrage, alcoolique, toxicomane, insuline, invalidité, arrêt maladie, long arrêt, burn-out, bègue, obèse`,
  origin: `algérien, algérienne, marocain, marocaine, tunisien, tunisienne, kabyle, malien, malienne, sénégalais, sénégalaise, guinéen, guinéenne, ivoirien, ivoirienne, congolais,
    congolaise, camerounais, camerounaise, comorien, comorienne, mahorais, mahoraise, haïtien, haïtienne, antillais, antillaise, guadeloupéen, guadeloupéenne, martiniquais,
    martiniquaise, réunionnais, réunionnaise, portugais, portugaise, espagnol, espagnole, italien, italienne, polonais, polonaise, roumain, roumaine, rom, gitan, gitane, manouche,
    serbe, albanais, albanaise, kosovar, kosovare, bosniaque, turc, turque, kurde, arménien, arménienne, tchétchène, syrien, syrienne, irakien, irakienne, iranien, iranienne, afghan,
    afghane, pakistanais, pakistanaise, tamoul, tamoule, chinois, chinoise, vietnamien, vietnamienne, cambodgien, cambodgienne, laotien, laotienne, ukrainien, ukrainienne, russe,
    sans papiers, demandeur d’asile, demandeuse d’asile, réfugié, réfugiée, apatride, peul, peule, soninké, bambara, berbère, juif, juive, témoin de jéhovah, évangélique, protestant, protestante`,
  work: `pompier, gendarme, policier municipal, commissaire, imam, curé, pasteur, prêtre, sage-femme, ambulancier, ambulancière, pharmacien, pharmacienne, notaire, huissier, maire,
    adjoint au maire, adjointe au maire, conseiller municipal, conseillère municipale, député, députée, journaliste, magistrat, magistrate, substitut, surveillant de prison, surveillante de prison,
    boxeur, boxeuse, champion, championne, arbitre, entraîneur, comédien, comédienne, rappeur, rappeuse, libraire, boulanger, boulangère, boucher, coiffeur, coiffeuse, couturière,
    chauffeur de bus, chauffeur de taxi, conducteur de métro, éboueur, maçon, militaire, légionnaire, marin, pêcheur, agriculteur, agricultrice`,
  only: `la seule, le seul, la première femme, le premier homme, la plus ancienne, le plus ancien, la doyenne, le doyen, la plus jeune, le plus jeune, unique en son genre, personne d’autre que moi, que moi qui`,
  justice: `en prison, au trou, incarcéré, incarcérée, ma détention, mon incarcération, sorti de prison, sortie de prison, mon casier, bracelet électronique, contrôle judiciaire, condamné, condamnée,
    mon procès, garde à vue, ma peine, mes peines, sursis, perpétuité, ex-détenu, ex-détenue, ancien dealer, ancien détenu, j’ai dealé, j’ai vendu, j’ai guetté, été placé, été placée, en foyer, fugue, victime de viol, violée, agressée`,
  birth: `enceinte, ma grossesse, accouché, fausse couche, avorté, avortement, ivg, congé maternité, je viens d’avoir un bébé, prématuré, prématurée, mort-né, fiv, allaite`,
};

let made: ReadonlyMap<string, TraitKind> | undefined;

/** Each expression by its `foldPhrase`. */
function expressions(): ReadonlyMap<string, TraitKind> {
  return (made ??= new Map(
    traitKinds.flatMap((kind) =>
      kind === "age" ? [] : written[kind].split(",").map((each) => [foldPhrase(each), kind] as const),
    ),
  ));
}

/** The longest expression, in words. */
const LONGEST = 6;

const ages =
  /(?:^| )(?:ai|as|a|avais|avait|aurai|fete|age de|agee de) (?:\d{1,2}|[a-z]{2,9}(?: (?:et )?[a-z]{2,6}){0,2}) ans(?= |$)/g;

/** The expressions that stand in a folded text, with their kinds; each once. */
export function traitsIn(folded: string): Map<string, TraitKind> {
  const found = new Map<string, TraitKind>();
  const words = folded.split(" ");
  for (let at = 0; at < words.length; at += 1)
    for (let length = 1; length <= LONGEST && at + length <= words.length; length += 1) {
      const expression = words.slice(at, at + length).join(" ");
      const kind = expressions().get(expression);
      if (kind) found.set(expression, kind);
    }
  for (const [age] of folded.matchAll(ages)) found.set(age.trim(), "age");
  return found;
}
