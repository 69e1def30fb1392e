// The words French is held together by: never a name in lower case, whoever is called so (`Le`, `Sy`, `An`).

export const functionWords: ReadonlySet<string> = new Set(
  `a ai aie ais ait alors an as au aucun aura aussi autre aux avait avec avoir bah beh ben bien bof bon c ca car ce
  ceci cela celle celui cent ces cet cette ceux chacun chaque chez ci comme comment con d dans de depuis des
  dessous dessus deux dit dix doit donc dont du dur eh elle elles en encore entre es est et eu euh eut eux fait fais fin
  font fois grand grande hein il ils j je jusqu jusque l la le les leur leurs lorsque lui m ma mais mal me
  meme memes merci mes met mi mien mis moi moins mon n ne ni non nos notre nous nul on ont or ou oui p par parce pas peu
  peur peut plus pour pourquoi pres puis puisque qu quand que quel quelle quels qui quoi quoique rien s sa
  sait sais sans se sera ses si soi soit son sont sous sur t ta tant te tel telle tes toi ton tous tout toute
  toutes tres trop tu un une va vais vas vers veut via vois voit vos votre vous vu vue y`.split(/\s+/),
);
