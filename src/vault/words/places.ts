// Towns, and the words that stand before the name of a place or of an organisation.
import { listed } from "./listed.ts";

/** Towns of France, and some towns abroad that people come from: found at the beginning of a sentence too. */
export const towns = listed(`
Paris Marseille Lyon Toulouse Nice Nantes Montpellier Strasbourg Bordeaux Lille Rennes Reims Saint-Étienne Toulon Le-Havre Grenoble Dijon Angers Nîmes Villeurbanne Clermont-Ferrand Aix-en-Provence Brest
Limoges Amiens Perpignan Metz Besançon Orléans Rouen Mulhouse Caen Nancy Argenteuil Montreuil Saint-Denis Roubaix Tourcoing Avignon Asnières Poitiers Nanterre Courbevoie Versailles Créteil Vitry-sur-Seine
Colombes Aulnay-sous-Bois Aubervilliers Rueil-Malmaison Champigny-sur-Marne Saint-Maur Drancy Calais Béziers Antibes Mérignac Cannes Dunkerque Saint-Nazaire Colmar Bourges Issy-les-Moulineaux Levallois-Perret
Noisy-le-Grand Quimper Villeneuve-d'Ascq Valence Antony Cergy Ivry-sur-Seine Troyes Vénissieux Pessac Clichy Clichy-sous-Bois Montauban Chambéry Niort Lorient Sarcelles Villejuif Épinay-sur-Seine Hyères
Saint-Quentin Cholet Beauvais Maisons-Alfort Pantin Évry Meaux Bondy Fontenay-sous-Bois Chelles Sevran Clamart Vannes Arles Narbonne Grasse Bobigny Laval Belfort Évreux Corbeil-Essonnes Sartrouville Vaulx-en-Velin
Bayonne Albi Alès Martigues Gennevilliers Rosny-sous-Bois Massy Brive Carcassonne Blois Saint-Brieuc Charleville-Mézières Saint-Ouen Tarbes Bagneux Valenciennes Mantes-la-Jolie Mantes Chalon-sur-Saône Stains Garges
Garges-lès-Gonesse Villiers-le-Bel Goussainville Gonesse Trappes Les-Mureaux Mureaux Poissy Chanteloup-les-Vignes Grigny Viry-Châtillon Savigny Melun Dammarie-lès-Lys Torcy Livry-Gargan Villepinte Tremblay Le-Blanc-Mesnil
Blanc-Mesnil La-Courneuve Courneuve Pierrefitte Villetaneuse Bagnolet Romainville Noisy-le-Sec Les-Lilas Le-Pré-Saint-Gervais Choisy-le-Roi Orly Thiais Bezons Sannois Ermont Montfermeil Gagny Neuilly-sur-Marne Neuilly Sucy Boissy
Rillieux Bron Givors Saint-Priest Saint-Fons Décines Échirolles Fontaine Annemasse Thonon Annecy Bourg-en-Bresse Mâcon Nevers Auxerre Sens Montbéliard Vesoul Épinal Bar-le-Duc Forbach Sarreguemines Hagenau Haguenau Sélestat
Lens Liévin Arras Douai Maubeuge Cambrai Denain Hénin-Beaumont Boulogne-sur-Mer Saint-Omer Abbeville Soissons Laon Compiègne Creil Nogent Dieppe Fécamp Louviers Vernon Alençon Le-Mans Châteauroux Vierzon Montluçon Moulins Vichy
Angoulême Cognac Saintes Rochefort Royan La-Rochelle Périgueux Bergerac Agen Auch Pau Lourdes Mont-de-Marsan Dax Rodez Millau Castres Mende Sète Agde Lunel Draguignan Fréjus Gap Digne Manosque Vitrolles Marignane Miramas Istres
Salon-de-Provence Carpentras Orange Cavaillon Bastia Ajaccio Cayenne Fort-de-France Pointe-à-Pitre Mamoudzou
Alger Oran Constantine Annaba Sétif Béjaïa Tizi-Ouzou Casablanca Rabat Fès Meknès Oujda Tanger Marrakech Agadir Nador Tunis Sfax Sousse Bamako Kayes Dakar Thiès Saint-Louis Conakry Abidjan Bouaké Nouakchott Douala Yaoundé
Kinshasa Brazzaville Lomé Cotonou Libreville Moroni Antananarivo Lisbonne Porto Braga Istanbul Ankara Bruxelles Londres Barcelone Madrid Milan Rome Naples Berlin Pristina Belgrade Sarajevo Bucarest Kiev Kaboul
Belleville Ménilmontant Barbès Château-Rouge Stalingrad Minguettes Mirail Bellefontaine Reynerie Neuhof Hautepierre Argonne Planoise Villejean Maurepas Malakoff Bellevue Dervallières Cronenbourg Paillade Mosson
`);

/** After these a capital or a number is the name of a place: `rue des Lilas`, `cité Berthelot`. */
export const placeHeads = listed(`
rue rues avenue boulevard bd impasse allée allées place square chemin cours quai passage villa sente esplanade rond-point pont parc cité cités quartier quartiers résidence résidences lotissement hameau village
bâtiment bât bloc tour tours barre escalier zup zac zone plateau plaine vallée forêt bois étang lac métro station gare arrêt terminus commune ville canton département région arrondissement secteur grand-ensemble
`);

/** After these a capital is the name of an organisation: `collège Jean-Vilar`, `foyer des Tilleuls`. */
export const organisationHeads = listed(`
collège lycée lep école écoles maternelle primaire crèche université fac iut institut internat foyer foyers centre maison mecs itep ime impro sessad association asso assoc club fondation fédération entreprise société boîte usine
magasin garage hôpital clinique chu ehpad cmp cmpp pmi dispensaire cabinet prison maison-d'arrêt pénitentiaire tribunal commissariat gendarmerie caserne mosquée église paroisse temple synagogue mission mairie bailleur opac syndicat
structure établissement service dispositif équipe gymnase stade piscine médiathèque bibliothèque théâtre cinéma épicerie boulangerie boucherie pharmacie bar café tabac restaurant resto snack kebab salon hôtel camping mjc chrs csapa epm cef
`);

/** After these a capital is a place, when no one's name is known there: `à Montreuil`, `j’habite Sevran`. */
export const placeLeads = listed(`
à en vers habite habitais habitait habitent habitez habité vis vivais vivait vivent depuis quitté rejoint jusqu'à via près
`);
