// Passphrases: how long one has to be, and one drawn at random from plain words.
import { randomInt } from "node:crypto";

/** In characters. */
export const SHORTEST_PASSPHRASE = 14;

/** Six of these words are as hard to guess as `PROPOSED_BITS` throws of a coin. */
const COUNT = 6;

/** Known to all, and typed without accents on any keyboard. */
export const words: readonly string[] = `
abeille abri accord acier adieu affiche agneau agrafe aiguille aile album algue aller amande ambre amiral
ancre angle animal annexe antenne appel arbre arcade archive ardoise argile armoire arrosoir artiste asperge atelier
atlas aube auberge audace avenue avion avocat avril bagage bague balai balcon baleine ballon bambou banane
banc bandeau banjo baraque barque barrage bassin bateau batterie bazar beignet berger besace bidon bijou billet
biscuit bison blason bloc blouse bobine bocal boisson bombe bonnet bordure botte bouchon boucle boulon bouquet
bourgeon boussole bouteille bouton brasier brebis brioche brique brosse brouette bruit brume buffet buisson bureau cabane cabine
cactus cadeau cadran caillou caisse calcul calepin camion canal canard caniche canon canyon capitaine caramel
caravane carbone carnet carotte carreau cartable carton cascade casier casque castor cave ceinture cerceau cerise chaise
chalet chameau champ chapeau charbon chariot charrue chaton chemin cheval chiffre chocolat chorale cible cidre cigale
ciment cirque ciseau citron clairon clavier client cloche clou cocon coffre colline colombe colonne comptoir concert
condor copain coquille corbeau corde cornet corridor costume coton coucou couloir coupole courrier coussin couteau crabe
cravate crayon cristal crochet croquis cube cuisine cuivre culture cycle cygne cymbale dauphin dentelle dessin devoir
diamant dindon disque docteur domino dortoir dossier douane dragon drapeau duvet encre enclume endive enfant engrais
enseigne entrepot enveloppe escalier escargot espace essence estrade facteur faisan falaise fanfare farine faucon fauteuil fenouil
ferme festival ficelle figue filet flacon flamme fleur flocon flotte foin fontaine forge fortune fossile foulard
fourmi fraise framboise frelon fresque frigo fromage fusain gadget galet galerie galop gant garage gardien
gazelle gazon geste gilet girafe givre glace globe gobelet gomme gondole gorille goudron gouffre gourde gradin
grain grange gravier grelot grenier grillon grotte groseille guidon guichet guirlande guitare halte hamac hameau hamster
hangar haricot harpe hasard herbe heron hibou hiver homard horizon horloge hublot huile hutte
image indice insecte iris jambon jardin jasmin javelot jongleur jonquille journal jumelle jungle jupe kayak
kiosque kiwi label lacet lagune laine laitue lampe lanterne lapin lavabo lavande lecture lentille levier libellule licorne
lierre lilas limace limon lingot lionne liquide lisible litre livre locomotive loutre lucarne lundi lunette lustre luzerne
magasin magnolia maillot maison malice mallette manche mandarine manteau maquette marbre marche mardi marguerite marin marmite marteau
masque matelas matin melon menthe mercredi message micro miel mimosa minute miroir mistral mitaine moineau moisson monnaie montagne
moquette morceau mortier mosquito moteur mouche moulin mouton muguet mulet muraille muscade musique myrtille nacelle nageur nappe narine
narval nature navet navire neige nectar nougat nuage oasis octobre odeur olive ombre ongle opale orage
orange orbite orchestre ordre oreille organe orgue ortie ourson outil ouvrage paille palais palmier panda panier pantalon
papier paprika parasol parc parfum parole passage pastille patin pavage peigne pelle pendule perche perle persil phare
phoque photo piano pigeon pilote piment pinceau pingouin pioche pirate piscine pistache pivoine placard plage planche plateau
plongeur plume poche poivre police pomme poney portail poteau poulain poupon prairie prune puzzle pyjama quai
quartz quiche radeau radis raisin rame rateau rayon recette refrain regard renard requin ressort ricochet rideau rivage
robinet rocher roseau roulotte ruban ruche ruisseau sable sabot sachet safran salade samedi sandale sapin sardine satin
saumon savane savon sculpture seau semelle sentier serrure siffler silex silo sirop soleil sommet sonnette sorbet
souris spirale stade statue store studio sucre tablier tabouret talon tambour tapis tasse taupe tempo terrasse
texte thym tigre tilleul timbre tiroir tissu titre toile tomate tonneau torrent tortue totem toupie tournesol train
trompette tronc truite tube tulipe tunnel turban tuyau usine vache vague valise vanille vapeur vedette velours
vendredi verger vernis verre viaduc vigne village violon virgule visage vitrail voile voiture volcan voyage wagon yaourt zigzag
`
  .trim()
  .split(/\s+/);

/** How many bits a proposed passphrase holds, rounded down. */
export const PROPOSED_BITS = Math.floor(COUNT * Math.log2(words.length));

/** Six words, each drawn apart from the others by the system's own randomness. */
export function proposePassphrase(): string {
  return Array.from({ length: COUNT }, () => words[randomInt(words.length)]).join(" ");
}
