// First names, surnames and places that are also ordinary words: in lower case, or where any word has a
// capital, nobody can tell without being asked. Folded; written by hand.

const french = `
abel abri adam agent agneau aigle aime aimee aine alice allee allez aller allier ami amie amour ancel ancien ange
angelique anglais annee appel apprenti aout arbre arc archer argent arme armand armee armes arnaud art aube auberge aubin aurore autan automne avenir avril azur
bague bailli balle banc baron barbe barbier barde barre bastide bastien bataille baudet baume bazin beau beaufort belle bellon
belin benoit berger bergere bernardin besson bienvenu bigot bijou bille billet billot bise bison blanc blanche bleu blond blondel
blondin bocage bois boisson boite bonbon bonheur bonne bonnet bord bordeaux borde borne bosse bosquet botte bouche boucher bouchon bouillon
boulanger boulet boule bourg bourgeois bourgogne bourse bouteille bouton bouvier bras brave breton bretagne briand brice brise brique briquet brisson broche brosse brossier brulot brume brun brune
brunet bruyere bucher buisson bureau but cadet caille calme campagne canal candide canne capitaine capucine carme carnet caron carre carreau cartier carton casse castel
cause cavalier celeste cerf cerise chaine chaise chambre champ champagne champion champs chance chanel chapelle chapon chardon charbonnier charge charite charme charpentier charron charrier
chartier chasse chasseur chastel chat chateau chatel chauve chauvin chef chemin chene chenu cher cherie cheval chevalier chevallier chevre chevreuil choisy chopin chouette christ ciel citron
claire clair clef clement clemence clerc cloche clos clou clovis clothilde coeur coin colas colere colin colline colombe colombier colon combe combes comble
comte conseil constance constant conte coq corail corbeau corbin cordier corne cornet corps cosse coste cote cotton coulon coupe cour courage courant courbe courtois
court cousin coutant couturier crayon crepin crete croix cros cruz curie cure cyan dame daim daniel dauphin davantage debit deschamps desire desiree deslandes dieu dimanche divine docteur
doigt domaine domaines don donne dore doree dos doucet doux douce dragon droit duc duchesse dupe durable dune eau ecossais ecuyer eden eglantine eglise electre elan elegante enfant enfants entente epine ermite
espagne esperance espoir est etang etienne etoile eve evrard fabre facteur faible faim falaise famille familles fanchon fanal fatal faucon faucheur fauconnier
fauvette favre fee felicite femme fer ferme fermier ferrand ferrer ferrier fete feu feuille fevrier fidele figuier fille fils fleur fleuri fleurs fleury flore florent florentin florin fol foi folie fond fontaine fontaines
force foret forgeron forges fort forte fosse foucade fougere foulon four fournier foyer frais fraise france france franc francais franche frere frise froid froment fromage front fruit gabelle gage gai gaie gaillard gain
galant galland galle galop garance garcon garde gardien garenne garnier gars gateau gauche gaucher gauthier gay geai general genet genie genre gens gentil germain germaine germe girard girofle glace gloire goujon gourmand gouverneur
grace grain grange granges grand grands gras grave grenier griffon gris grive gros grosse grue guerin guerre guide guillemet habitants hache haie hardi hardy hameau haut haute haye hebert henry herault heron herbe heritier
heure hibou hiver homme honneur honore hortense houle houx hugon huit humbert idee ile innocent iris isle ivoire jacinthe jade jamais janvier jardin jardins jasmin jaune jean jeans jeanne jeune jeunes
joie joli jolie joly joseph jouet joue jouer jour journee journet joyeux juge juillet juin julienne jumeau jumelle justice juste kaki kiwi labarre labbe labeur
labour lac lacour lacroix lagarde laine lait lambert lame lamy lance lande landes langue langlois lapierre lapin larcher large laine lasalle latour lauriers laurier lavande lavigne leblanc lebon lebrun leduc lefort legrand leger lemaire lemoine leroi leroy levant leve
levrier libre lievre lilas lili lion lis lit livre loi loiseau loire long longue lorrain lorraine louis loup lourd louve loyal luce lucide lune lumiere luth luxe lys macaire macon madeleine madeleines magicien mai maillard maillot main
maire maison maisons maitre majeur majeure malin mallet manche mandarine mante maraicher marais marbre marchal marchand marche mare marechal margot marguerite mari mariage marie marier marin marine marins marins marguerites
marne marque marquis marraine marron marronnier mars marteau martin martinet mas masse masson matelot matin maure maurice mauve maux max meilleur melodie menager mer mercier merci mere merle mesange meunier meuse michel miel mieux mignon milan
milieu mille millet mine minet minot mirabelle miracle moine moineau moins moisson molaire moment monde monnet monnier mont montagne montagnes montant monter moreau morel morin mort motte mouche moulin moulins mouton mulet mule mur mure mures muscat muse musee
musique mystere myrtille nadir nation nature neige neuf neuve nil nivelle noble noe noel noir noire noix nord normand notre nougat nourry nouvelle nuit oasis ocean ocre odette oeillet ogre oiseau olive olives olivier oliviers olympe ombre onde opale or orage oranger orge
orme ormeau ormes ouest ouvrier ours pacifique page paille pain paix palais palme palmier paon papillon papin paquet paquerette paradis parc parent parents paris parisien parme parrain partisan pascal pascale passe pasteur patience patience patrice patrie patron patte paume pauvre pauvret
pavillon pays pecheur peche pechere peintre pelisson pelle peltier penser pensee pepin perce perche perdrix pere perez perle perles perrier perrin perroquet pervenche petit petite petits peuple philippine piat pic picard pichet pichon pied pierre pierres pigeon pilote
pin pinot pins pinson pinte pion pipe pivert pivoine place placide plaine plaisance plaisir planche plane planet plante plat plume poil poing point poireau poirier poisson poissonnier poivre police pomme pommier pommiers pompe pont ponts porche port
porte portail portier postel potier pouce poulain poule poulet pouliot poussin prairie prat pre pres presle pretre preux prevost prevot prieur prieure prime prince princesse printemps priere prudence prudent prudhomme prune prunelle prunier puits pur quartier quentin querelle rabot racine
radis rage raisin rameau ramier ramon raphael raven ravel ravine rayon rebelle recluse redon regain regard regent regis reine reines remi remis remparts renard renaud rene renee renier repos republique retour reveil reve revel rey riant richard riche riviere rivage
robe robert robin roc roche rocher roches roi roland romain romaine roman rome romarin ronce rond ronde rondeau rosace rose roseau roses rosee roseraie rosier rosiers rossignol rouge rouget rougier roule rousse rousseau roussel roux royal royer ruche rue ruisseau ruse rustique
sable sablon sabot sabre sacre sacrement sage saint sainte saison salle salomon salon salut samedi sang sanglier sapin saphir sarrasin satin saucisse sauge saule saules saunier sauvage sauveur savant savoie savon seigneur sel selle semaine serein sereine serein serene serge sergent serin
serpent serre serres serveur service sevrin siege signoret silvestre simple six soleil solitaire sorel sorbier sorcier sot sou soul soucis soulier source souris stella sud suisse sureau surprise sylvestre taille tailleur talon tambour tanneur tant tardif tardieu taureau teinturier temperance temple
terrasse terre terrier tessier testament teste tete texier theatre thon tilleul tilleuls tison tisserand tissier tisserand toile toit tombe tonneau tonnelier torche tort touche tour tournesol tours toussaint tout traverse treille trente tresor tribu triomphe triste trouve truffe truite tuilier tulipe
vache vaillant val valence valentin valentine valet valette vallee vallon valse vannier vasseur vautour vauban veau vendredi vent verdier verdun verger vergnes verite vermeil vermeille verneuil vernet vernier verre vers vert verte vertu veuve vial victoire vidal vie vieux vigne vigneron vignes vignes village villa ville
vin vinaigre vincent violet violette violettes viole virgile vite vivien vivier voisin voix vol volet voyage voyer vrai yeuse zephyr zinc`;

// Names that an English word or one often said in French speech is written like.
const english = `
angel ash autumn baker bill black bob brown bush carter case chase clay cliff cook cooper crystal daisy dawn dean dick don drew
eric faith field fields fox frank gene glen grant green grey hall harmony hazel heather hill holly hope hunter ivy
jack jazz joy june king lane lee lily little logan long love major mark mason max may mercedes miles miller mix moss nick noon page pat penny
peace pearl price prince queen ray reed rich rob robin rock rocky rod rose roman rosemary ruby rusty sally sandy savannah scott shepherd
skip sky smith soul spencer star stone story summer sunny taylor terry tiffany tom tony turner viola wade walker
ward west white will winter wood woods wolf young`;

export const ordinaryWords: ReadonlySet<string> = new Set(
  `${french} ${english}`.split(/\s+/).filter((word) => word !== ""),
);
