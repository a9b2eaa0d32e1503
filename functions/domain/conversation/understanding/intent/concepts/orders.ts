/** What is ordered, bought and delivered. */
export const ORDERS = `
order orders ordering ordered = commande commander commandes commandez
delivery deliver delivered pickup takeout = livraison livrer livrez emporter ramasser livre
food eat meal dinner supper breakfast = manger repas souper dejeuner nourriture dejeuners
pizza burger sandwich chicken fish soup salad fries = pizza burger sandwich poulet poisson soupe salade frites
coffee tea drink beer wine coke juice = cafe the boire biere vin coke jus
bread cake pie cookies bagel = pain gateau tarte biscuits bagel
buy purchase sell sells selling carry stock bought = acheter vendez vendre achete vend vendeur vente
dozen pounds box bag case bottle = douzaine livres boite sac caisse bouteille poches paquet
burger cheeseburger wings ribs steak taco burrito sushi noodles pasta lasagna curry rice shrimp salmon lobster oysters sub wrap poutine fries nuggets dumplings naan samosa falafel shawarma kebab gravy sauce bacon ham turkey sausage eggs cheese veggie = ailes cotes steak pates nouilles riz crevettes saumon homard huitres sous marin frites dinde jambon saucisse oeufs fromage tourtiere beigne croissant pointe sauce cornichons brochette souvlaki
salmon soup dessert appetizer platter tray combo meal special bucket plate side dip = assiette plateau trio speciale barquette baril entree accompagnement
latte espresso smoothie milkshake soda pop pepsi water = latte liqueur breuvage
flowers roses bouquet tulips wreath basket = fleurs roses bouquet tulipes couronne panier
lumber mulch soil gravel firewood topsoil cement drywall screws nails paint shovel tools filter straw hay = bois terre gravier ciment gypse vis clous peinture pelle outils filtre bottes
prescription refill pills medication tablets insulin inhaler = prescription ordonnance pilules medicaments comprimes renouvellement renouveler insuline pompe
couch sofa chair mattress fridge tv dress shoes boots coat gloves = divan chaise matelas robe souliers bottes manteau gants
feed hungry starving craving thirsty = faim gout soif
extra without hold light well spicy mild = extra sans piquant cuit
tracking shipped parcel package arrived status delivery = colis expedie suivi arrive arrivee statut
gluten vegan vegetarian allergies nut nuts = vegane vegetarien vegetarienne arachides noix
seat chair stool = chaise siege fauteuil
`;
