// Words that are also someone's name, or a place's or an organisation's: in lower case, or where any word has
// a capital, nobody can tell which is meant without being asked. Folded; written by hand.

const french = `
abeille abeilles abri acacia acacias accueil agneau aigle aigles aile ailes aime aimee aine airelle ajonc
alize alizee alizes allee allees aller allier alouette alouettes alpha amande amandier amandiers ambre ami
amie amis amitie amour ananas ancien ancolie ancre ane anemone ange angelique anges anglais anis annee appel
apprenti aqueduc arbre arbres arc arcade arcades arche archer argent arme armee arnica arrete arsenal art
artisan aster atelier ateliers aube aubepine auberge auguste aurore autan automne avenir avocat avoine avril
azalee azur bague bailli bal balcon balle bambou banc baobab bar barbe barbier barde barque barrage barre
barreau barriere basilic basque bastide bastion bataille bateau batelier baudet baume beau beausejour beaute
belier belle bellevue berge berger bergere bergerie bienvenu bienvenue bigot bijou bille billet billot bise
bison blanc blanche ble bles bleu bleue bleuet bleuets blond blonde bocage bois boisson bombardier bon
bonheur bonjour bonne bonnet bord borde bordeaux borne bosquet bosse botte bouche boucher boucherie bouchon
boue bouillon boulanger boulangerie boule bouleau bouleaux boulet bourdon bourg bourgeois bourgeon bourgogne
bourse boussole bouteille bouton bouvier branche bras brasserie brasseur brave brebis bretagne breton
bretonne brin brique briquet brise broche brochet brosse brousse brume brun brune bruyere bruyeres bucher
buis buisson buissons bureau butte cabane cabanes cabaret cadet caille caillot caillou calanque calme
camelia camp campagne canal canard candide canne cannelle canot cap capitaine capitole capucin capucine
capucines cardinal cardon carme carmel carmin carnet carpe carre carreau carriere carrosse cascade casse
cause cavalier cave cedre cedres celeste cerf cerfs cerisaie cerise cerises cerisier cerisiers chaine chaise
chamois champ champagne champion champs chance chant chantier chapelain chapelier chapelle chapon
charbonnier chardon charge charite charlotte charme charmes charmille charmilles charnier charpentier
charretier charron chasse chasseur chat chataigne chataignier chataigniers chateau chatel chatelain chauve
chauvin chef chemin chemins chene cheneau chenes cher cheri cherie cheval chevalier chevaliers chevre
chevrefeuille chevreuil chouette christ ciel cigale cigales cigogne cigognes citadelle citron citronnier
clair claire clairiere clairieres clef clemence clement clementine clerc cloche clocher cloitre clos clou
clous club coccinelle coeur coeurs coin colere colin colline collines colombe colombes colombier colon
combat combe comble comete compagnon compas comptoir comte concorde confluence confluent conseil constance
constant conte contes coq coquelicot coquelicots corail corbeau corbeille corde cordeliers cordier corne
corneille cornet corniche corps coteau coteaux cotier coton cou coudrier coupe coupole cour courage courant
courbe courlis couronne courtois cousin cousine coutelier couture couturier crayon creche crete crin cristal
croissant croix cru cuivre cure cyclamen cygne cygnes cypres dahlia dahlias daim daims dame dames dauphin
dauphine dauphins deesse delice desert desire desiree destin deux diamant dieu digue dimanche divin divine
docteur doigt domaine don donne dore doree dos double douce doucet douve douves doux dragon drap drapeau
droit droite duc duche duchesse dune dunes dupe durable eau eaux ebene ecart ecluse ecluses ecole ecossais
ecuelle ecume ecureuil ecureuils ecuyer edelweiss eden eglantier eglantine eglantines eglise elan elegante
elite email embellie emeraude enclos encre enfant enfants entente entraide envol epervier epi epine epinette
epinettes equinoxe erable erables ermitage ermite escale escalier espace espagne espagnol esperance espoir
essentiel est estrade etang etangs etape ete etincelle etoile etoiles eveil eventail fabrique facteur faible
faience faim faisan falaise falaises famille familles fanal faon faucheur faucon faune fauve fauvette
fauvettes favori fee fees felicite femme femmes fenaison fenouil fer ferme fermier fete fetes feu feuillage
feuille fevrier fidele figue figuier figuiers fil fille filles filleul fils fin flamant flamme flammes
fleche fleur fleurie fleuriste fleurs fleuve flore florin flot flute foi foin folie fond fontaine fontaines
fontanelle force forces forestier foret forge forgeron forges fort forte fortin fortune forum fosse fosses
fou fouet fougere fougeres foulon four fourche fourmi fournier fournil foyer fraise fraisier framboise franc
francais france franche francs fregate frene frenes frere freres friche frise froid fromage froment front
frontiere fruit fruits fuchsia fusain fusee gabelle gage gai gaie gaillard gain galant galerie galet galets
galion galop garance garcon garde gardien garenne garnison garrigue garrigues gars gateau gauche gaucher
gazelle gazon geai geant gemme gendre general genet genets genevrier genie genre gens gentiane gentil
gentille geranium germain germaine germe gibier girafe girofle giroflee givre glace glacier glaieul glaieuls
gland glaneuse gloire glycine glycines goeland goelands golfe gorge goujon gourmand gouverneur grace grain
graine graines grand grande grands grange granges granit gras grave gravier grele grenade grenadier grenier
grenouille griffon grillon grillons gris grise grive grives gros grosse grotte grue gue guerre guerrier gui
guide habitants hache haie haies halle halles halte hameau hardi hardy harmonie haut haute hautes hauteurs
havre herbe herbier herisson heritage heritier hermine hermitage heron herons hetre hetres heure heureuse
heureux hibou hirondelle hirondelles hiver homme hommes honneur honore horizon horloge hortensia hortensias
hospice hotel houle houlette houx huit huppe ibis iceberg idee ile iles immortelle indigo ingenu innocent
iris isle ivoire jacinthe jacinthes jade jalon jamais janvier jardin jardinier jardins jarre jasmin jasmins
jaune jean jeans jeton jeudi jeune jeunes jeunesse joie joli jolie joly jonc jonquille jonquilles jouet jour
journal journee joyau joyeux juge juillet juin julienne jumeau jumelle jumelles jument juste justice kaki
kiwi labeur labour labours lac lacs laine lait laitier lame lance lande landes langue lapin large larme
laurier lauriers lavande lavandes lavandin lavoir legende leger legere lentille leopard levant lever levrier
lezard liane libellule liberte libre lien lierre lierres lieu lievre lilas limousin lin linotte lion lionne
lions lis liseron lit livre loge loi loir loire long longue lorrain lorraine lotus louche loup loups loutre
louve loyal lucarne luciole lucioles lumiere lumieres lundi lune lupin luth luxe lyre lys macon madeleine
madeleines magicien magnolia magnolias mai maillot main maire mairie mais maison maisons maitre majeur
malice malin malle manche mandarine mante maraicher marais marbre marbrier marc marche marches mardi mare
marechal marguerite marguerites mari mariage marie marier marin marina marine mariner marines marinier
marins maritime marjolaine marmotte marne marque marquis marquise marraine marron marronnier marronniers
mars marteau martial martin martinet martinets masque massif matelot matin maure mauve mauves maux max
mecano meilleur meleze melezes melodie melon menager mer mercerie merci mercier mercredi mere merle merles
merveille mesange mesanges messager metairie meunier meuse midi miel mieux mignon milan milans mile milieu
millet mimosa mimosas mine mines minet minot minots mirabelle miracle mirage miroir misericorde mistral
modeste moine moineau moineaux moisson moissons molaire moment monde monnaie mont montagne montant monter
montre mors mort motte mouche mouette mouettes mouflon moulin moulins mousse mouton moyen muguet muguets
mule mulet mur mure mures muret muriers muscat muse musee musique myosotis myrte myrtille myrtilles mystere
nacelle nacre nadir naif narcisse narcisses nation nature nautile neige nenuphar neuf neuve noble noce noces
noel noir noire noiret noisetier noisetiers noisette noix nord normand normande note notre nouveau nouvelle
nuage nuit oasis occident ocean oceane ocre octave oeillet oeillets ogre oie oies oiseau oiseaux oiselet
olive oliveraie olives olivette olivier oliviers ombelle ombrage ombre onde opale opera or orage oranger
orangerie orangers oranges orchidee orchidees oree orge orient orme ormeau ormeaux ormes orphelin ortie
oseille ouest ours ourse outremer ouvrier pacifique page paille pain paix paladin palais palme palmeraie
palmier palmiers palombe panda panier paon papillon papillons paquerette paquerettes paquet paradis parc
pardon parent parenthese parents parfait paris parisien parme paroisse parole paroles parrain partage
partisan passage passant passe passerelle pastel pasteur pastis pastoureau patience patriarche patrie patron
patte pature paume pauvre pavillon pays paysan peche pecher pechere pecheur peintre pelerin pelican pelle
pensee pensees penser pepin pepiniere perce perdrix pere peres perle perles perrier perroquet pervenche
pervenches petale petit petite petites petits peuple peuplier peupliers phare phares phenix philippine pic
picard pie pied pierre pierres pigeon pilon pilote pimprenelle pin pinede pins pinson pinsons pion piquet
pirate pivert pivoine pivoines place placide plaine plaines plaisance plaisir planche plane planete plante
plat platane platanes plateau pluie plume poete poing point pointe poire poireau poirier poiriers poisson
poissonnier poivre pole police pomme pommeraie pommier pommiers pompe ponceau pont ponts porche port portail
porte portes portier potager poterie potier pouce poulain poule poulet poussin prairie prairies pre preau
present presqu preux prevot prieur prieure prime primevere primeveres prince princesse principal printemps
prive procureur progres promenade provence providence prudence prudent prune prunelle prunes prunier
pruniers puits pur quai quartz quatre quiete rabot racine racines radis rage raisin rameau rameaux ramier
ramiers rampe rapide rayon rebelle recif recluse refuge regain regard regards regent reglisse reine reines
reinette relais rempart remparts renard renards rene renier renoncule renouveau repos republique reseau
ressource retour reve reveil reves riant riche rivage rives riviera riviere robe robinier roc roche rochelle
rocher rochers roches roi rois roitelet romain romaine roman romarin ronce ronces rond ronde rondeau rosace
rose roseau roseaux rosee roseraie roses rosier rosiers rossignol rossignols rouge rouges rouget roule
rousse roux royal ruban ruche ruches rue ruelle ruine ruisseau ruse rustique sable sables sablier sabliere
sablon sablons sabot sabotier sabre sacre sacrement safran sage sagesse saint sainte saison saisons sale
salette salin salle salon salut samba samedi sang sanglier santal saphir sapin sapiniere sapins sarment
sarrasin satin sauge saule saules saumon saunier saut sauvage sauveur savane savant savoie savon scie
seigneur sel selle semaine semence sentier sentiers serein sereine sergent serin serine seringa serpent
serpentine serpolet serre serres service seve sever siege signal silence silex simple sirene sittelle six
soldat soleil solidarite solitaire solstice sonnet sorbier sorbiers sorcier sot sou souche soucis souffle
soulier source sources sourire souris square station sucre sud suisse sureau surprise sylvestre tabac table
taillandier taille tailleur tailleurs taillis talon tamarin tamarins tamaris tambour tanneur tant tapis
tardif tartine tasse taureau teinturier temperance temple temps tendre tente terrasse terrasses terre
terreau terrier terroir testament tete theatre therapie thon thym tiers tigre tilleul tilleuls tison
tisserand tisserands toile toit tombe tonnelier tonnelle tonnerre torche torrent tort touche touffe toupie
tour tourelle tourmaline tournant tournesol tournesols tourneur tours tourterelle tourterelles toussaint
traction traite tramontane tranche transit traverse treille tremble trembles tremplin trente tresor treves
tribu triomphe triste troene troenes tronc trouve truffe truite tuile tuileries tuilier tulipe tulipes
turquoise union univers vache vaillant val valet valette valeur vallee vallees vallon vallons valse vanille
vanneau vannier varenne varennes vautour veau veilleur velours vendange vendanges vendredi venelle vent
vents verdier verdure verger vergers vergne verite vermeil vermeille vermillon verne veronique verre verrier
vers versant vert verte vertu verveine veuve viaduc victoire vie vieille vieux vigie vigne vigneron vignes
vignoble vigueur villa village villas ville vin vinaigre vincennes violet violette violettes violon vipere
virgule vital vite vitrail vive vivier vivre voie voile voiles voilier voisin voisins voix vol volcan volet
voltige voute voyage voyageur voyer vrai yeuse yeux zenith zephyr zinc zinnia zone`;

// Names that an English word heard in French speech is written like.
const english = `
angel black bob boss brown bush cash chance charity chase cool crystal daisy dandy dawn faith fan fanta field flash fox game
girl good grant green grey hall heather hill holly hope hunter ivy jazz joy june junior king kid lane lily little love lucky
mark may mercedes miles miller mix noon pat pearl penny price queen ray red reed rich rock rocky rod rosemary ruby rush sandy
shepherd skip sky soul spring star stone story summer sunny trip turner wade west white will winter wolf wood woods young`;

export const ordinaryWords: ReadonlySet<string> = new Set(`${french} ${english}`.trim().split(/\s+/));
