/** Where somebody is, and the way there. */
export const PLACES = `
address street road highway corner exit = adresse rue chemin autoroute coin sortie
located location place = situe situes situee situer localise
near close next beside across by around inside outside behind front upstairs downstairs under = proche pres cote face ici icitte dehors devant derriere dedans dessous arriere dans
far distance walk = loin pied distance
parking park parked = stationnement stationner parker stationne
bus metro subway station train = autobus metro gare station bus
floor elevator stairs = etage ascenseur escalier plancher
door entrance window windows = porte entree fenetre vitre fenetres
building store shop = batisse magasin boutique edifice
office clinic = bureau clinique cabinet
restaurant kitchen = restaurant cuisine resto
wifi internet website site = wifi internet site
exit turn left right lights bridge past straight north south east west corner = tourne gauche droite lumieres pont nord sud est ouest bord
plaza mall downtown suburb neighbourhood village city town province = centre ville banlieue quartier village
gps map directions landmark pin directions route = gps carte directions reperer chemin indications
church school bank arena airport hotel hospital pharmacy = eglise ecole banque arena aeroport hotel pharmacie caisse
`;
