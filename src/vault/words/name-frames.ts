// The words around a name that show it is one: titles, kinship, verbs of speech, ways to say what someone is called.
import { listed } from "./listed.ts";

/** Before a name: `Mme Durand`, `le docteur Sy`. */
export const titles = listed(`
M Mr MM Mme Mmes Mlle Dr Me Pr monsieur madame mademoiselle messieurs mesdames docteur docteure maître professeur professeure juge procureur procureure commissaire brigadier capitaine lieutenant adjudant commandant
directeur directrice proviseur proviseure principal principale éducateur éducatrice imam pasteur père abbé rabbin sœur inspecteur inspectrice colonel cheikh hadj tata tonton tatie tonton
`);

/** Titles after which a word in lower case may be a name too, as machines write it: `madame bensaïd`. */
export const civilities = listed(`M Mr Mme Mlle monsieur madame mademoiselle docteur`);

/** What follows a civility and is no name. */
export const afterCivility = listed(`
a à ah alors après au aussi aux avait avant avec avez bien bonjour bonsoir ce c'est chose comme dans de des dit dites donc du elle en enfin est et était euh excusez fait hein il ils j'ai je l' la là le les leur lui machin
madame mais maintenant me merci mesdames moi monsieur n' ne non nous on ont ou où oui par parce pas plus pour pourquoi pardon quand que qui quoi sa sais sans ses si son sont sur tout très truc un une untel va vais vient viens voilà
voulait vous y toujours tout-le-monde tous lambda propre muscle loyal tout personne s'il qu'est-ce là-bas justement l'a m'a nous-mêmes ici encore assistant assistante agrégé ès seul seule chef cheffe jeune même celui celle suivant
scolaire générale général traitant généraliste spécialiste remplaçant nageur conducteur d'école d'ouvrage juriste psy psychologue avocat avocate proviseur principal principale directeur directrice maire préfet ministre président présidente
`);

/** Before a name: `mon frère Moussa`, `la petite Inès`, `ma cousine, Awa`. */
export const kinship = listed(`
frère sœur soeur frères sœurs père mère fils fille cousin cousine oncle tante neveu nièce mari femme épouse ex copain copine ami amie pote beau-frère belle-sœur beau-père belle-mère demi-frère demi-sœur grand-mère grand-père
petit petite grand grande gamin gamine gosse gars jumeau jumelle compagnon compagne collègue voisin voisine parrain marraine filleul filleule camarade élève nommé nommée dénommé dénommée appelé appelée surnommé surnommée alias dit
`);

/** Verbs of speech, and others that a person alone is the subject of. */
export const speechVerbs = listed(`
dit disait dis dira dirait répond répondait répondu demande demandait demandé raconte racontait raconté explique expliquait expliqué crie criait crié parle parlait parlé appelle appelait pense pensait croit croyait sait savait
veut voulait rigole rigolait pleure pleurait habite habitait travaille travaillait arrive arrivait revient revenait vient venait part partait entre sort sortait rentre rentrait reste restait regarde regardait tient tenait
prend prenait passe passait frappe frappait tape tapait vend vendait deale dealait guette guettait téléphone lui a avait est était va allait fait faisait peut pouvait doit devait
`);
