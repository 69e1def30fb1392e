// Words written with a capital, or in capitals, that are nobody's name and no place that tells who speaks.
import { listed } from "./listed.ts";

/** Acronyms and names that everyone in France knows, and that fit thousands of people. */
export const ordinaryCapitals = listed(`
AAH ABS ACI ADN ADS AED AEMO AESH AFPA AGEFIPH AGBF AIDA AJ AL ALAE ALSH AMI AMP AMU APA APL APS ARE ARS ASA ASE ASH
ASS ASSR ASV ATSEM AVC AVS BAC BAFA BAFD BEP BEPC BFM BFMTV BMW BP BPJEPS BRI BSR BTS BTP BUT CADA CAE CAF CAFERUIS
CAP CAPES CASF CCAS CD CDAS CDAPH CDD CDI CEE CEF CEJ CER CESF CESEDA CESU CFA CFDT CFTC CGT CHRS CHS CHU CIDFF CIO CIP
CIVIP CJ CLSM CLSPD CM CMP CMPP CMS CMU CNAF CNAM CNI CNIL CNRS COJ COPIL COVID CP CPAM CPC CPE CPF CPIP CPR CQFD CR CRA
CRAVI CRIP CRPE CRS CSAPA CSG CSS CV CVS DAL DALO DASEN DDASS DEA DEAES DEES DEFLE DEFA DESS DGSE DIPC DOM DOMTOM DRH DTPJJ
DUT DVD DVI EDF EHPAD EHESS EIE EMC EMS EMT ENM ENPJJ EPCI EPE EPM EPS ESAT ESF ESMS ESS ETP ETT EU FAQ FJT FLE FN FO FR
FSE FSL FSU GAV GDF GIP GPS GSM HLM HP HPI HS ID IA IGAS IME IMPRO INED INSEE IRA IRM IRTS ISO ITEP IUT IVG JAF JAP JE JLD JO JT
KO LAPI LBD LCI LEA LFI LGBT LICRA LP LSD LV MAS MDPH MDS MECS MIE MJC MNA MRAP MSA NEET NTM OFII OFPRA OK OMS ONG ONU OPC OPJ OPP OQTF OS
PACS PAEJ PAF PAP PAV PC PCF PDF PEP PIJ PJJ PLIE PMI PMR PNL PPE PPI PPMS PQR PS PSC PSG PSY PTSD PV QCM QG QI QPV QR RAID RATP REAAP REP REPP
RER RETEX RGPD RH RIB RIP RMI RN RQTH RSA RTT SAMU SARL SAS SAV SDF SDJES SEGPA SESSAD SIAE SMIC SMS SMUR SNCF SOS SPIP SRU STAPS STEMO STI
STMG SUV SVT TAJ TCC TDAH TE TER TGI TGV TIG TISF TJ TMS TNT TOC TPE TS TSA TV TVA UE UEAJ UEHC UEMO UFR UHU ULIS UNESCO UNICEF UNSA UPE
USA USB UV VAE VIH VIP VO VPN VTT VTC WC WIFI XXL XL ZAD ZEP ZUP ZUS ZSP JRTT JDC SNU PAD APE ACF FFF BD TP TD CE CE1 CE2 CM1 CM2
Dieu Allah Jésus Christ Jésus-Christ Mahomet Prophète Bible Coran Torah Seigneur Satan Bouddha Messie Vierge Sainte Saint Islam
Noël Pâques Ramadan Aïd Kippour Carême Toussaint Pentecôte Ascension Halloween Hanouka Saint-Valentin Saint-Sylvestre
État État-nation République Nation Constitution Révolution Assemblée Sénat Parlement Élysée Matignon Bercy Gouvernement Ministère Ministre
Président Présidente Premier Préfet Préfète Préfecture Sous-préfecture Mairie Maire Ville Commune Métropole Agglo Agglomération Département
Région Conseil Départemental Régional Général Municipal Rectorat Académie Inspection Éducation Nationale National Justice Tribunal
Parquet Procureur Police Gendarmerie Armée Marine Légion Défense Trésor Urssaf Sécu Sécurité Sociale Social Assedic Anpe Emploi Pôle France-Travail Travail
Mission Locale Insertion Jeunesse Protection Judiciaire Enfance Aide Prévention Spécialisée Santé Culture Université Lycée Collège École Maternelle
Crèche Hôpital Clinique Maison Quartier Quartiers Foyer Centre Association Fondation Fédération Union Comité Syndicat Bailleur Service Direction
Restos Cœur Secours Populaire Catholique Croix-Rouge Emmaüs Samu Cimade Unicef Amnesty Médecins Monde Cité Cités Grand Grande Petit Petite Nouveau
France Français Française Hexagone Europe Européen Européens Afrique Africain Africains Africaine Africaines Asie Asiatique Asiatiques Amérique Américain Américains
Occident Orient Moyen-Orient Maghreb Maghrébin Maghrébins Maghrébine Maghrébines Antilles Antillais Antillaise Balkans Sahel Sahara Méditerranée Atlantique
Algérie Algérien Algériens Algérienne Algériennes Maroc Marocain Marocains Marocaine Marocaines Tunisie Tunisien Tunisiens Tunisienne Tunisiennes
Mali Malien Maliens Malienne Maliennes Sénégal Sénégalais Sénégalaise Guinée Guinéen Guinéens Côte-d'Ivoire Ivoirien Ivoiriens Ivoirienne Mauritanie Mauritanien
Cameroun Camerounais Congo Congolais Congolaise Gabon Gabonais Bénin Béninois Togo Togolais Niger Nigérien Nigeria Nigérian Tchad Tchadien Gambie Burkina
Burkinabé Angola Angolais Rwanda Rwandais Burundi Comores Comorien Comoriens Comorienne Comoriennes Mayotte Mahorais Madagascar Malgache Malgaches Réunion Réunionnais
Guadeloupe Guadeloupéen Martinique Martiniquais Guyane Guyanais Haïti Haïtien Haïtiens Haïtienne Cap-Vert Cap-Verdien Égypte Égyptien Libye Soudan Soudanais Somalie
Éthiopie Érythrée Érythréen Portugal Portugais Portugaise Espagne Espagnol Espagnols Espagnole Italie Italien Italiens Italienne Allemagne Allemand Allemands Allemande
Angleterre Anglais Anglaise Royaume-Uni Belgique Belge Belges Suisse Suisses Luxembourg Pays-Bas Hollande Hollandais Irlande Suède Danemark Norvège Finlande Grèce Grec Grecs
Turquie Turc Turcs Turque Turques Kurde Kurdes Kurdistan Syrie Syrien Syriens Irak Irakien Iran Iranien Iraniens Liban Libanais Palestine Palestinien Palestiniens Israël Israélien
Israéliens Afghanistan Afghan Afghans Afghane Pakistan Pakistanais Inde Indien Indiens Sri-Lanka Tamoul Tamouls Bangladesh Bangladais Bengali Chine Chinois Chinoise Japon Japonais
Corée Vietnam Vietnamien Vietnamiens Cambodge Cambodgien Laos Thaïlande Philippines Russie Russe Russes Ukraine Ukrainien Ukrainiens Ukrainienne Pologne Polonais Polonaise Roumanie Roumain
Roumains Roumaine Bulgarie Bulgare Bulgares Albanie Albanais Albanaise Kosovo Kosovar Kosovars Serbie Serbe Serbes Bosnie Bosniaque Croatie Croate Hongrie Tchèque Arménie Arménien
Arméniens Géorgie Géorgien Tchétchénie Tchétchène Tchétchènes Yougoslavie Brésil Brésilien Argentine Chili Colombie Mexique Mexicain Canada Québec Québécois États-Unis Amérique-Latine
Dubaï Arabie Saoudite Emirats Qatar Yémen Arabe Arabes Berbère Berbères Kabyle Kabyles Kabylie Rif Chleuh Soninké Soninkés Bambara Peul Peuls Wolof Lingala Dioula Sarakolé Malinké
Rom Roms Rrom Gitan Gitans Gitane Manouche Manouches Tsigane Tsiganes Yéniche Noir Noirs Noire Noires Blanc Blancs Blanche Blanches Beur Beurs Beurette Renoi Rebeu Babtou Gaulois
Juif Juifs Juive Juives Musulman Musulmans Musulmane Chrétien Chrétiens Catho Cathos Protestant Évangéliste Témoins Jéhovah Salafiste Breton Bretons Bretagne Corse Corses Basque Alsace Normandie
Provence Occitanie Aquitaine Auvergne Bourgogne Picardie Lorraine Île-de-France Francilien Parisien Parisiens Marseillais Lyonnais Ch'ti Nord Sud Est Ouest Midi Outre-mer
Facebook Insta Instagram WhatsApp Whatsapp Snap Snapchat TikTok Tiktok Tik Tok Twitter YouTube Youtube Google Gmail Messenger Telegram Signal Discord Twitch Netflix Spotify Deezer Amazon Vinted
Leboncoin Bon Coin Airbnb Uber UberEats Deliveroo Bolt Heetch Blablacar Doctolib Ameli Pronote Parcoursup Affelnet Educonnect Moodle Zoom Teams Skype Word Excel Powerpoint Outlook PowerPoint Windows
Apple Iphone iPhone Android Samsung Huawei Microsoft Internet Web Wifi Bluetooth Playstation PlayStation PS4 PS5 Xbox Switch Fifa FIFA Fortnite GTA Roblox Minecraft ChatGPT Wikipédia Siri
Nike Adidas Lacoste Gucci Vuitton Louboutin Puma Jordan Zara Kiabi Décathlon Ikea Conforama Carrefour Leclerc Lidl Auchan Aldi Franprix Monoprix Casino Intermarché Picard Action Primark Fnac Darty
McDo Macdo McDonald Quick Burger KFC Kebab O'Tacos Coca Fanta Oasis Redbull Ricard Heineken Nutella Kinder Haribo Doliprane Subutex Méthadone Ritaline Valium Lyrica Rivotril Lexomil Xanax
Renault Peugeot Citroën Clio Twingo Mégane Scénic Kangoo Golf Polo Audi Mercedes Fiat Toyota Dacia Duster Tesla Ferrari Porsche Opel Ford Yamaha TMax T-Max Vélib Navigo Transilien Tzen
Orange SFR Free Bouygues Canal Canalsat TF1 M6 Arte Mediapart Libé Libération Figaro Monde Parisien Bondy Skyrock NRJ Poste Loto Euromillions Parions Western Wari Moneygram Paypal Lydia Visa Mastercard
Covid Covid-19 Sida Alzheimer Parkinson Asperger Down Vigipirate Pass Navette Marseillaise Olympiques Mondial Ligue Champions Coupe Barça Real PSG OM OL
Molière Hugo Zola Freud Lacan Bourdieu Marx Foucault Piaget Dolto Montessori Winnicott Macron Sarkozy Chirac Mitterrand Hollande Darmanin Mélenchon Zidane Mbappé Messi Ronaldo Booba Jul Ninho Gims Aya
Parcours Contrat Engagement Garantie Jeunes Prime Brevet Bac Bachelor Master Licence Terminale Seconde Première Troisième Quatrième Cinquième Sixième ULIS Segpa Rep Rep+ Zep Ase Pjj Caf Rsa Smic Hlm
Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre
Untel Unetelle Machin Machine Bidule Trucmuche Truc Chose Duschmoll Tartempion X Y Z Pierre-Paul-Jacques
Monsieur Madame Mademoiselle Mesdames Messieurs Mme Mmes Mlle Mr MM Maître Me Docteur Dr Pr Professeur Sœur Frère Père Mère Tata Tonton Papa Maman Mamie Papi Papy Mémé Pépé Maîtresse Boss
Inch'Allah Inchallah Hamdoulillah Starfoullah Wallah Bismillah Machallah Halal Haram Salam Hchouma
`);

/**
 * Words of ordinary speech that a machine or a hurried hand writes with a capital inside a sentence: after
 * an overlap, a hesitation, a line cut short. Never proposed unless the sentence says it is a name.
 */
export const ordinaryWords = listed(`
a ah ai aie aille ailleurs ainsi air aller allez alors an année ans après arrête arrêtez as assez au aucun aucune aujourd'hui auparavant aussi autant autour autre
autrement autres aux avaient avais avait avant avec avez avoir avons bah bas beau beaucoup belle ben besoin bien bientôt bof bon bonjour bonne bonsoir bref bravo c ça car ce
ceci cela celle celles celui cent cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque chéri cher chère chers chez chut cinq combien comme comment
complètement contre cool corps côté coup d d'abord d'accord d'ailleurs dans de debout dedans dehors déjà demain depuis dernière derrière des dès désolé dessous dessus deux devant
devrait dis disons dit dites dix doit donc donné dont dormir dos douze du dur durant écoute écoutez eh elle elles embêtant emploi en encore enfant enfants enfin ensemble ensuite entre envers
es est et étaient étais était étant été être eu euh eux exact exactement excusez excuse face faire fais faisait fait faites famille fallait faut femme fille filles fils fin fini finalement forcément
fois fort franchement frère frères garçon garçons genre gens grand grande gros grosse groupe ha hein hélas hep heu heure heures heureusement hier ho homme hommes hop hors huit hum ici il ils j jamais
je jeune jeunes jour jours jusque juste justement l la là laisse laissez là-bas là-haut laquelle le lequel les lesquels leur leurs loin longtemps lorsque lui m ma madame maintenant mais maison mal
malgré maman marre matin mauvais me même mêmes merci mère mes mesdames messieurs met mettons mille mince mine mm mmh moi moins mois moitié mon monde monsieur mort mot n na ne neuf ni noir nombreux non
normal normalement nos notamment notre nous nouveau nouvelle nul on ont onze or ou où ouah ouais oui ouf par parce parents parfois parler partout pas passe pendant père personne personnes petit petite
petits peu peur peut peut-être plein plus plusieurs plutôt point possible pour pourquoi pourtant pourvu précisément premier première près presque prof professeur profs promis puis puisque putain qu quand quant
quarante quatorze quatre quatre-vingt quatre-vingts que quel quelle quelles quelqu'un quelque quelques quels qui quinze quoi quoique raison rappel rarement regarde regardez reste rien s sa sais salut sans
sauf se sept ses seul seule seulement si silence sinon sixième six soeur sœur soir soit soixante son sont sous souvent stop suis suite super sur surtout t ta tant tard te tel telle tellement temps tes tête
tiens toi ton tôt toujours tous tout toute toutefois toutes train tranquille travail travers treize trente très trois trop truc tu un une vas va vache vachement vais vas-y venez vers veux via vie viens vieux
vingt voici voilà voir vois volontiers vos votre vous vraiment vrai vraie vu wesh y yeah ouh oh ok okay olala oulala zéro attends attendez pardon hormis attention effectivement évidemment apparemment
quelquefois quasiment seize moindre inaudible rires rire pause soupir applaudissements silences bruit sonnette tousse interruption question réponse note notes résumé séance thème groupe analyse page chapitre
éducateur éducatrice éducateurs animateur animatrice directeur directrice chef cheffe juge procureur proc avocat avocate médecin psychologue psy assistante assistant conseiller conseillère gardien gardienne
médiateur médiatrice infirmière infirmier collègue collègues maire élu élue policier policiers flic flics facteur postier voisin voisine copain copine pote potes chauffeur patron patronne tuteur tutrice
`);
